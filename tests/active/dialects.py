"""Owns articles whose words stand beside the text: in shortcodes, fences, boxes, attributes, components, drawings."""

from __future__ import annotations

from tests.active.model import Article, Place

__all__ = ["ARTICLES"]

_TAKE = 'Take the [ferry](/ferry.html){: title="The ferry to the island"} at nine.'
_QUAY = 'The [old quay]{title="A quay of oak"} stands.'
_ASK = 'Ask the {{< card title="A warden of old" id="w" >}} first.'
_DRAWING = '<svg width="9"><title>The plan of the pier</title><desc>Drawn in May</desc><text>North end</text></svg>'
_MAP = 'Look, <a href="/map"><img src="/pier.jpg" alt="The map of the quay"></a> is here.'
_WIKI = "See [[Harbour|the way to the harbour]] first."
_WORDS = f"""---
title: The ferry came back
hero:
  text: "Boats for everyone"
features:
  - details: 'Rows of boats'
cover: {{alt: The ferry at dawn}}
---

## Words beside the text

{{{{< figure src="/pier.jpg" alt="The pier at low water" caption="Built in the old days" >}}}}

{{{{< card text="The harbour master waits" title=`Words of the harbour` id="h" >}}}}

{_ASK}

```yaml title="Opening hours of the pier"
open: 6
```

```js [On the old pier]
export default {{}}
```

> [!warning]- Mind the wet steps
> The stairs are slippery.

Neap tide
: The lowest high water of the month.

    It comes with the half moon.

{_TAKE}

{_QUAY}

{_DRAWING}

<p title="The sign on the gate" aria-label='Read the sign'>Closed in winter.</p>

{_MAP}

*[HW]: High water at the pier

{_WIKI}
"""
_WORDS_PLACES = (
    Place("field", "Boats for everyone", context="hero.text"),
    Place("field of a list", "Rows of boats", context="features[].details"),
    Place("field in a flow", "The ferry at dawn", context="cover.alt"),
    Place("shortcode alt", "The pier at low water"),
    Place("shortcode caption", "Built in the old days"),
    Place("shortcode text", "The harbour master waits"),
    Place("shortcode backtick", "Words of the harbour"),
    Place("shortcode in a text", _ASK, '먼저 {{< card title="{}" id="w" >}} 묻는다.'),
    Place("fence title", "Opening hours of the pier"),
    Place("fence label", "On the old pier"),
    Place("callout title", "Mind the wet steps"),
    Place("callout", "The stairs are slippery."),
    Place("term", "Neap tide"),
    Place("definition", "The lowest high water of the month."),
    Place("second definition", "It comes with the half moon."),
    Place("attribute list", _TAKE, '아홉 시에 [배](/ferry.html){: title="{}"} 탄다.'),
    Place("bracketed words", _QUAY, '[부두]{title="{}"} 서 있다.'),
    Place("words in brackets", _QUAY, '[{}]{title="부두"} 서 있다.'),
    Place("drawing title", _DRAWING, _DRAWING.replace("The plan of the pier", "{}")),
    Place("drawing words", _DRAWING, _DRAWING.replace("North end", "{}")),
    Place("title", "The sign on the gate"),
    Place("label", "Read the sign"),
    Place("alt in a text", _MAP, '<a href="/map"><img src="/pier.jpg" alt="{}"></a> 여기 있다.'),
    Place("abbreviation", "High water at the pier"),
    Place("wiki link", _WIKI, "먼저 [[Harbour|{}]] 보라."),
)
_BOXES = """# Boxes

!!! note "Before the storm"
    The sails are down.

??? tip "After the storm"
    The sails are up.

=== "By boat"
    Come at high water.

:::tip[For early birds]
The gate opens at six.
:::

::: danger The quay is closed
Walk around it.
:::

```{admonition} Before you row
:class: tip

Look at the gauge.
```

```{figure} /pier.jpg
:alt: The gauge at noon

It is read twice a day.
```

:::{note}
The gauge is old.
:::

```admonish warning title="Slippery when wet"
Mind the moss.
```

```ad-tip
title: Ask before you land
Ring the bell.
```

/// note | The bell rings
Come to the quay.
///

/// details | What the bell means
    type: warning

All are aboard.
///
"""
_BOXES_PLACES = (
    Place("admonition title", "Before the storm"),
    Place("admonition", "The sails are down."),
    Place("details title", "After the storm"),
    Place("tab", "By boat"),
    Place("tab text", "Come at high water."),
    Place("container label", "For early birds"),
    Place("container", "The gate opens at six."),
    Place("container title", "The quay is closed"),
    Place("directive title", "Before you row"),
    Place("directive", "Look at the gauge."),
    Place("directive option", "The gauge at noon"),
    Place("directive caption", "It is read twice a day."),
    Place("colon directive", "The gauge is old."),
    Place("admonish title", "Slippery when wet"),
    Place("admonish", "Mind the moss."),
    Place("obsidian title", "Ask before you land"),
    Place("obsidian", "Ring the bell."),
    Place("block title", "The bell rings"),
    Place("block", "Come to the quay."),
    Place("second block title", "What the bell means"),
    Place("second block", "All are aboard."),
)
_LIQUID = """# Includes

{% render 'map', alt: "The way to the pier" %}

{{ figure(alt='The pier from above', src="/pier.jpg") }}

Ask {% render 'map', title: "A warden of old" %} first.
"""
_LIQUID_ASK = "Ask {% render 'map', title: \"A warden of old\" %} first."
_LIQUID_PLACES = (
    Place("render", "The way to the pier"),
    Place("function", "The pier from above"),
    Place("render in a text", _LIQUID_ASK, "먼저 {% render 'map', title: \"{}\" %} 묻는다."),
)
_ROW = 'Row with <Card title="two old oars" /> today.'
_JSX_DRAWING = '<svg width="9"><title>The plan of the pier</title><text>North end</text></svg>'
_COMPONENTS = f"""---
title: The ferry came back
---

export const Card = (props) => <section title={{props.title}} aria-label={{props.heading}}>{{props.children}}</section>

export const List = (props) => <ul>{{props.items.map((one) => <li key={{one.label}}>{{one.label}}</li>)}}</ul>

<Card title="Sails of linen" heading='Made by hand'>

The sails are white.

</Card>

<Card title={{'It is late'}}>Go home now.</Card>

<Card title={{"The lamp is lit"}} />

<List items={{[{{label: 'Oars of ash'}}, {{label: "Ropes of hemp"}}]}} />

{_ROW}

<figure title="The pier in fog"><figcaption>The pier in May</figcaption></figure>

{_JSX_DRAWING}

```yaml title="Opening hours of the pier"
open: 6
```
"""
_COMPONENTS_PLACES = (
    Place("double", "Sails of linen"),
    Place("single", "Made by hand"),
    Place("child", "The sails are white."),
    Place("script single", "It is late"),
    Place("child of a line", "Go home now."),
    Place("script double", "The lamp is lit"),
    Place("key single", "Oars of ash"),
    Place("key double", "Ropes of hemp"),
    Place("tag in a text", _ROW, '오늘 <Card title="{}" /> 젓는다.'),
    Place("title", "The pier in fog"),
    Place("caption", "The pier in May"),
    Place("drawing title", _JSX_DRAWING, _JSX_DRAWING.replace("The plan of the pier", "{}")),
    Place("fence title", "Opening hours of the pier"),
)
_LOOK = 'Look at the <img src="/pier.jpg" alt="pier in fog" title=\'Taken at dawn\'> today.'
_ARROW = 'See <svg width="9"><title>an arrow</title><text>this way</text></svg> here.'
_WIDTH = 'The width is <math alttext="w"><mtext>breadth of it</mtext></math> in all.'
_PAGE = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>The ferry came back</title>
<meta property="og:title" content='The ferry is back'>
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "The ferry has returned"}}</script>
</head>
<body>
<h1 title="Since Monday">The ferry returned on Monday</h1>
<p>{_LOOK}</p>
{_DRAWING}
<p>{_ARROW}</p>
<p>{_WIDTH}</p>
<div>{{{{< figure src="/pier.jpg" alt="The pier at low water" caption='Built in the old days' >}}}}</div>
<table summary="When boats leave"><tr><th abbr="Place of it">The old harbour</th></tr></table>
<p><input type="submit" value="Send it now"><input placeholder=Search aria-description="Search by name"></p>
<p aria-roledescription="slide of news">Closed in winter.</p>
</body>
</html>
"""
_PAGE_PLACES = (
    Place("social title", "The ferry is back"),
    Place("linked data", "The ferry has returned"),
    Place("heading title", "Since Monday"),
    Place("alt in a text", _LOOK, '오늘 <img src="/pier.jpg" alt="{}" title=\'새벽\'> 보라.'),
    Place("title in a text", _LOOK, '오늘 <img src="/pier.jpg" alt="부두" title=\'{}\'> 보라.'),
    Place("drawing title", "The plan of the pier"),
    Place("drawing description", "Drawn in May"),
    Place("drawing words", "North end"),
    Place("drawing in a text", _ARROW, '여기 <svg width="9"><title>{}</title><text>쪽</text></svg> 보라.'),
    Place("words in a drawing in a text", _ARROW, '여기 <svg width="9"><title>쪽</title><text>{}</text></svg> 보라.'),
    Place("words in a formula", _WIDTH, '너비는 <math alttext="w"><mtext>{}</mtext></math> 이다.'),
    Place("shortcode alt", "The pier at low water"),
    Place("shortcode caption", "Built in the old days"),
    Place("summary", "When boats leave"),
    Place("abbr", "Place of it"),
    Place("button", "Send it now"),
    Place("bare", "Search"),
    Place("description", "Search by name"),
    Place("role", "slide of news"),
)
ARTICLES = (
    Article("markdown words", "w/.md", _WORDS, _WORDS_PLACES),
    Article("markdown boxes", "b/.md", _BOXES, _BOXES_PLACES),
    Article("markdown liquid", "l/.md", _LIQUID, _LIQUID_PLACES),
    Article("mdx components", "w/.mdx", _COMPONENTS, _COMPONENTS_PLACES),
    Article("html words", "w/.html", _PAGE, _PAGE_PLACES),
)
