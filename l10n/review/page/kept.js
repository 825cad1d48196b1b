/* What this browser keeps, so that no server and no reload can lose it: texts that are not saved, and what can be undone. */

export const read = (store, key, otherwise) => {
  try {
    return JSON.parse(store.getItem(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
};

export const write = (store, key, value) => {
  try {
    if (value === null) store.removeItem(key);
    else store.setItem(key, JSON.stringify(value));
  } catch {
    /* The store is full or forbidden: the text is still in the page. */
  }
};

/* Each has its place: the project, the locale and the article. */
export function keeper(place) {
  const unsent = `l10n:unsent:${place}:`;
  const undo = `l10n:undo:${place}`;
  const opened = `l10n:opened:${place}`;
  return {
    /* Texts that are not saved: name → { mark, text }, the mark being that of the entry they were made of. */
    unsent() {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(unsent));
      return new Map(keys.map((key) => [key.slice(unsent.length), read(localStorage, key, null)]).filter(([, mine]) => mine));
    },
    keep: (name, mine) => write(localStorage, unsent + name, mine),
    /* What can be undone, the last thing last; each is a list of entries as they were. */
    undos: () => read(sessionStorage, undo, []),
    done(entries) {
      write(sessionStorage, undo, [...read(sessionStorage, undo, []), entries].slice(-200));
    },
    undone() {
      write(sessionStorage, undo, read(sessionStorage, undo, []).slice(0, -1));
    },
    /* The texts that somebody has had open here, as they were then. */
    opened: () => new Set(read(localStorage, opened, [])),
    open(name, mark) {
      const all = this.opened();
      if (all.has(name + mark)) return;
      write(localStorage, opened, [...all, name + mark].slice(-5000));
    },
  };
}
