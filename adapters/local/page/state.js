/** What the page knows; `me` is the person one is, null before anybody was picked. */
export const state = {
  people: [],
  me: null,
  demo: 'empty',
  words: null,
  offers: null,
  language: 'zh',
  limits: { text: 65536 },
  offsetMs: 0,
  /** The bot's clock less this machine's. */
  skewMs: 0,
};

/** The page's words in the language of whoever one is. */
export const t = () => state.words[language()];

export const language = () => state.me?.language ?? state.language;

/** Puts values into `{name}` places. */
export const put = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');

/** What a person is called: a newcomer has no name yet. */
export const nameOf = (person) => person.name || t().newcomer;

export const roleOf = (person) => (person.role === 'newcomer' ? t().newcomerIs : t().roles[person.role]);

/** A small store that outlives a reload and never breaks the page. */
export const kept = {
  read(key, otherwise) {
    try {
      return JSON.parse(localStorage.getItem(`genjin-${key}`)) ?? otherwise;
    } catch {
      return otherwise;
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(`genjin-${key}`, JSON.stringify(value));
    } catch {
      // A full or forbidden store costs the memory over reloads only.
    }
  },
};
