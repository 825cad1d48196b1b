"""From a document and its catalogue to a localized article: what may be released, and how it is put together."""
