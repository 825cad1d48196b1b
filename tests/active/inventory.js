// Shows pages in frames of their own, does to every element what a reader may do, and says what is there.
(() => {
  const EVENTS = [
    "click", "dblclick", "contextmenu", "mousedown", "mouseup", "mouseover", "mouseenter", "mousemove", "mouseout",
    "pointerover", "pointerenter", "pointerdown", "touchstart", "focus", "focusin", "blur", "input", "change", "select",
    "keydown", "keyup", "wheel", "scroll", "toggle", "beforetoggle", "submit", "drag", "copy", "animationstart",
    "animationend", "transitionend", "begin", "start", "pageshow", "resize", "load", "error",
  ];
  const PLACES = new Set(["src", "srcset", "poster", "data", "background", "action", "formaction", "ping", "cite",
    "xlink:href", "href", "manifest", "codebase", "archive", "longdesc", "usemap", "content", "style", "srcdoc"]);
  window.hooks = {};

  function scheme(value) {
    const bare = value.replace(/[\t\n\r]/g, "").replace(/^[\0-\x20]+/, "");
    if (bare.startsWith("#")) return "fragment";
    if (/^[/\\]{2}/.test(bare)) return "https:";
    const found = /^([a-z][a-z0-9+.-]*):/i.exec(bare);
    return found ? found[1].toLowerCase() + ":" : "relative";
  }

  function look(root, counts) {
    const add = (key) => { counts[key] = (counts[key] ?? 0) + 1; };
    for (const element of root.querySelectorAll("*")) {
      const name = element.localName;
      add(name);
      for (const { name: attribute, value } of element.attributes) {
        if (name === "a" && attribute === "href") add(`a@href ${scheme(value)}`);
        else if (attribute === "content" && !element.hasAttribute("http-equiv")) add(`${name}@content`);
        else if (PLACES.has(attribute)) add(`${name}@${attribute} ${value}`);
        else add(`${name}@${attribute}`);
      }
      if (name === "template") look(element.content, counts);
      if (element.shadowRoot) look(element.shadowRoot, counts);
    }
  }

  async function show(page, name) {
    const frame = document.createElement("iframe");
    frame.name = name;
    const loaded = new Promise((resolve) => { frame.onload = resolve; setTimeout(resolve, 3000); });
    if (page.kind === "text/plain") frame.src = URL.createObjectURL(new Blob([page.text], { type: "text/plain" }));
    else frame.srcdoc = page.text;
    document.body.append(frame);
    await loaded;
    const counts = {};
    const inside = frame.contentDocument;
    if (!inside) counts["left the page"] = 1;
    else {
      look(inside, counts);
      inside.addEventListener("click", (event) => {
        const link = event.target.closest?.("a");
        if (link && scheme(link.getAttribute("href") ?? "") !== "javascript:") event.preventDefault();
      }, true);
      for (const element of inside.querySelectorAll("*")) {
        for (const event of EVENTS) {
          element.dispatchEvent(new Event(event, { bubbles: false, cancelable: true }));
        }
        if (element.click && element.localName !== "input") element.click();
      }
    }
    return { frame, counts };
  }

  window.inspectAll = (pages) => pages.map((page) => {
    const counts = {};
    look(new DOMParser().parseFromString(page, "text/html"), counts);
    return counts;
  });

  window.showAll = async (pages, first) => {
    const shown = await Promise.all(pages.map((page, at) => show(page, `f${first + at}`)));
    await new Promise((resolve) => setTimeout(resolve, 60));
    shown.forEach(({ frame }) => frame.remove());
    document.body.replaceChildren();
    const told = shown.map(({ counts }, at) => ({ counts, fired: window.hooks[`f${first + at}`] ?? 0 }));
    window.hooks = {};
    return told;
  };
})();
