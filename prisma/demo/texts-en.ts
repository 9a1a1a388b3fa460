import type { Texts } from './words.ts';

export const textsEn: Texts = {
  pains: {
    plant: [
      'Unplanned downtime: two line stops last month',
      'Output is counted on paper and known two days late',
      'A complaint takes half a day to trace to its batch',
      'Energy costs keep rising and nobody knows which line it is',
      'Late deliveries, and the first customer has claimed a penalty',
    ],
    goods: [
      'A stock count closes the site for two days and still does not add up',
      'Losing orders in the high season, complaints are up',
      'No record of cold-chain temperatures when something spoils',
      'Three warehouses, three stock lists, and a lot of phone calls',
    ],
    office: [
      'Equipment goes missing between floors every year',
      'Server room alarms that nobody sees until morning',
      'Energy reporting is due soon and there is no metering by floor',
    ],
  },
  projects: {
    plant: ['line monitoring', 'downtime alerts', 'batch tracing', 'energy metering', 'second line'],
    goods: ['warehouse dashboard', 'cold chain', 'stock counting', 'crate tracking'],
    office: ['asset register', 'server room monitoring', 'energy by floor'],
  },
  goods: {
    plant: ['40 vibration sensors', '12 gateways', '60 rolls of trace labels', 'yearly maintenance'],
    goods: ['2,000 shelf labels', '80 temperature loggers', '10 handheld scanners', '50 rolls of labels'],
    office: ['1,000 asset labels', '20 room sensors', 'yearly subscription'],
  },
  notes: {
    positive: [
      'Liked the case study; wants our engineer on the next call',
      'Saw the demo on site, the plant manager asked how long the rollout takes',
      'Happy to try it on one line first and asked for a plan',
      'Project is approved internally, wants a proposal by month end',
      'Asked about payment terms without being prompted',
      'Introduced us to IT, we can talk to them directly now',
    ],
    reached: [
      'Twenty minutes on the phone; needs are clear, they will talk it over',
      'Sent the material, they will read it this week',
      'Confirmed the number of points, drawings follow next week',
      'Busy season; we talk again when it is over',
      'Learnt that both procurement and operations decide',
      'A few questions on interfaces, passed to our engineer',
    ],
    silent: [
      'No answer, left a voicemail',
      'Read the message, no reply',
      'In a meeting, will try again',
      'No answer to the email for three days',
    ],
  },
  objections: {
    price: ['Finds the total high, asks about instalments', 'Compares with last year: says we are 20% above'],
    budget: ['Budget for this year is spent, next window is in spring'],
    competitor: ['Looking at two others, will compare next week'],
    incumbent: ['Five years with the current supplier, little reason to change'],
    timing: ['Not before the move to the new building is done'],
    trust: ['Worried that we are small, wants to see it work at a peer'],
    delivery: ['Afraid the rollout stops production, wants the hours in writing'],
    no_need: ['Says paper records still do, not looking right now'],
    boss: ['Cannot decide alone, waits for the board meeting'],
    silent: ['Nothing heard since the quote went out'],
    terms: ['Legal wants 90 days, not agreed yet'],
  },
  leadNotes: [
    'Wants to see a case from their trade',
    'Prefers a half-hour call first',
    'Needs a comparison by month end',
    'Building a new site',
    'Had another system before, not happy',
  ],
  leadSteps: [
    {
      step: 'second_contact',
      channel: 'call',
      what: 'Call again while it is fresh: learn the one thing they most want solved, and agree on the next talk',
    },
    { step: 'lead_positive', channel: 'meeting', what: 'Set up half an hour and bring a case from their trade' },
    {
      step: 'lead_reached',
      channel: 'email',
      what: 'Send how someone in a like situation did it; do not ask for an answer',
    },
    {
      step: 'lead_silent',
      channel: 'email',
      what: 'Leave something useful from another angle, with your reason in one sentence',
    },
  ],
  dealSteps: [
    {
      step: 'deal_second_contact',
      channel: 'call',
      what: 'Follow up: check the needs and the timetable, and learn who takes part in the decision',
    },
    { step: 'deal_positive', channel: 'meeting', what: 'Move while it is warm: fix the time and who will be there' },
    { step: 'deal_reached', channel: 'call', what: 'Follow up on what was agreed, and bring something new' },
  ],
  closingSteps: [
    {
      step: 'closing_second_contact',
      channel: 'call',
      what: 'Make sure the quote arrived, which line needs explaining, and what approvals come next',
    },
    {
      step: 'closing_positive',
      channel: 'call',
      what: 'Arrange the signing: version, stamping, preparation of delivery',
    },
    { step: 'closing_reached', channel: 'call', what: 'Follow the approval and send what is still missing' },
  ],
  promises: {
    need: ['Visit the site with our engineer', 'Send a case from their trade'],
    solution: ['Demo online, with operations in the room', 'Send the pilot plan'],
    quote: ['Send the quote in two options', 'Walk through the service lines of the quote'],
    contract: ['Send the amended contract to legal', 'Agree on the signing date and the first payment'],
  },
  competitors: ['a local integrator', 'a low-cost software house', 'the current supplier'],
  terms: ['30/70, delivery in six weeks', '40% up front, the rest on acceptance', 'net 30, two deliveries'],
};
