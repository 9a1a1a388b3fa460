/** Who may import whom: ARCHITECTURE.md's table. A broken rule prints its comment. */

// room → what it may import besides itself, and why not more
const rooms = {
  'bot/main.ts': null, // the wiring: all
  'bot/cli.ts': null, // the operator's commands
  'bot/start.ts': null, // the wiring that main and the tests share
  'bot/local-page.ts': null, // what the wiring hands to the local page
  'bot/config.ts': [[], 'Configuration is read by main and the command line, and handed on as arguments.'],
  'bot/log.ts': [['bot/chat'], 'The log is made by main and the command line, and handed on as an argument.'],
  'bot/intents.ts': [['bot/chat'], 'Intents are the vocabulary of everything: they know nothing of who does them.'],
  'bot/clock.ts': [[], 'The clock is given to everybody and knows nobody.'],
  // answer.ts and the steps beside it (read, who, meet …): every file of bot/ itself that is not named here.
  'bot/*.ts': [
    [
      'bot/commands',
      'bot/sales',
      'bot/cards',
      'bot/i18n',
      'bot/chat',
      'bot/delivery',
      'bot/understand',
      'bot/model',
      'bot/playbook',
      'bot/intents.ts',
      'bot/clock.ts',
      'prisma/generated',
    ],
    'Answering joins a message, an intent and a command; it knows no platform and no job.',
  ],
  'bot/chat': [
    ['bot/intents.ts'],
    'Cards and platforms are a neutral vocabulary: they may know the intents and nothing else.',
  ],
  'bot/understand': [
    ['bot/intents.ts', 'bot/insight'],
    'Understanding is pure: text in, intent out; no database, no cards, no platform.',
  ],
  'bot/model': [
    ['bot/intents.ts', 'bot/understand'],
    'The model fills intents and nothing else: no database, no cards, no platform; what it is told is handed to it.',
  ],
  'bot/insight': [
    ['bot/intents.ts', 'bot/understand'],
    'Insight is arithmetic on plain values: what it needs is handed to it.',
  ],
  'bot/playbook': [[], "The playbook is the team's data: rules read it, it reads nothing of ours."],
  'bot/sales': [
    ['prisma', 'bot/playbook', 'bot/insight', 'bot/delivery', 'bot/chat', 'bot/intents.ts'],
    'Sales rules know no words, no cards of their own and no platform: return data or a Refusal, and let cards/ show it.',
  ],
  'bot/delivery': [
    ['prisma', 'bot/chat', 'bot/intents.ts'],
    'Delivery carries cards and knows neither sales nor a particular platform.',
  ],
  'bot/i18n': [['bot/sales', 'bot/intents.ts'], 'Words know only the names (types) of refusals and intents.'],
  'bot/cards': [
    [
      'bot/chat',
      'bot/i18n',
      'bot/sales',
      'bot/playbook',
      'bot/intents.ts',
      'bot/understand/say.ts',
      'prisma/generated',
    ],
    'A card is made of a result and words: fetch before, in commands or sales.',
  ],
  'bot/commands': [
    [
      'bot/sales',
      'bot/cards',
      'bot/i18n',
      'bot/chat',
      'bot/delivery',
      'bot/understand',
      'bot/playbook',
      'bot/intents.ts',
      'prisma/generated',
    ],
    'A command joins one sales operation to one card; it knows no platform.',
  ],
  adapters: [
    ['bot/chat', 'bot/intents.ts'],
    'An adapter translates between its platform and our cards and intents; the rest is handed to it by main.',
  ],
  jobs: [
    [
      'bot/sales',
      'bot/cards',
      'bot/i18n',
      'bot/chat',
      'bot/delivery',
      'bot/playbook',
      'bot/intents.ts',
      'bot/app.ts',
      'bot/clock.ts',
      'bot/insight',
      'prisma/generated',
    ],
    'A job wakes a sweep of sales or delivery; it knows no platform and no conversation.',
  ],
  prisma: [[], 'The database layer is the ground floor: it imports nothing of ours.'],
};

const OURS = '^(bot|adapters|jobs|prisma)/';
const named = Object.keys(rooms).flatMap((room) => room.match(/^bot\/([\w-]+)\.ts$/)?.[1] ?? []);
const at = (path) => {
  if (path === 'bot/*.ts') return `^bot/(?!(${named.join('|')})\\.ts$)[^/]+\\.ts$`;
  return path.endsWith('.ts') ? `^${path.replaceAll('.', '\\.')}$` : `^${path}/`;
};

const layers = Object.entries(rooms)
  .filter(([, rule]) => rule)
  .map(([room, [allowed, comment]]) => ({
    name: `room ${room}`,
    comment,
    severity: 'error',
    from: { path: at(room) },
    to: { path: OURS, pathNot: [room, ...allowed].map(at) },
  }));

/** A package that belongs to one place, so that it can be replaced there. */
const belongs = (name, packages, place) => ({
  name,
  comment: `${name} is imported in ${place} only, so that it can be replaced there without anybody noticing.`,
  severity: 'error',
  from: { path: OURS, pathNot: at(place) },
  to: { path: `^node_modules/(${packages})(/|$)` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'words and cards know types only',
      comment:
        'i18n and cards take the names (import type) of sales and playbook, never their functions: fetch and decide before.',
      severity: 'error',
      from: { path: '^bot/(i18n|cards)/' },
      to: { path: '^bot/(sales|playbook)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the model knows types only',
      comment:
        'The model takes the shapes (import type) of understand, never its functions: what leaves the house must not hang on how well the grammar reads.',
      severity: 'error',
      from: { path: '^bot/model/' },
      to: { path: '^bot/understand/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'records are known by their types',
      comment:
        "What answers and shows takes the shape of a record (import type) from prisma/generated; reading it is the rules' work.",
      severity: 'error',
      from: { path: '^(bot/(cards|commands)/|bot/(answer|who|meet|app|read)\\.ts|jobs/)' },
      to: { path: '^prisma/generated/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'adapters do not know each other',
      comment: 'An adapter never imports another one: a platform must be removable by deleting its folder.',
      severity: 'error',
      from: { path: '^adapters/([^/]+)/' },
      to: { path: '^adapters/', pathNot: ['^adapters/$1/', '^adapters/[^/]+\\.ts$'] },
    },
    {
      name: 'no circles',
      comment: 'Files that need each other are one file, or share a third: a circle hides what comes first.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'tests stay at home',
      comment: 'What ships does not import from test/: it would not start where tests are not installed.',
      severity: 'error',
      from: { path: OURS },
      to: { path: '^test/' },
    },
    {
      name: 'everything imported exists',
      comment: 'This import leads nowhere: the file or the package is missing.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no development packages in what ships',
      comment: 'What ships may import dependencies only, or it breaks under "npm ci --omit=dev".',
      severity: 'error',
      from: { path: OURS, pathNot: '^prisma/schema-engine/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
    belongs("Slack's library", '@slack', 'adapters/slack'),
    belongs("DingTalk's library", 'dingtalk-stream', 'adapters/dingtalk'),
    belongs('node-cron', 'node-cron', 'jobs'),
    belongs("The model's client", 'openai', 'bot/model'),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^prisma/generated/'] }, // seen when imported, not looked into
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
};
