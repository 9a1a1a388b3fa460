import type { Names } from './words.ts';

const first = [
  ...['Alice', 'Ben', 'Carla', 'Daniel', 'Elena', 'Farid', 'Grace', 'Henry', 'Imogen', 'James', 'Katya', 'Leo', 'Maya', 'Noah', 'Olivia'],
  ...['Patrick', 'Quinn', 'Rosa', 'Samuel', 'Tara', 'Uma', 'Victor', 'Wendy', 'Xavier', 'Yasmin', 'Zoe', 'Marcus', 'Nina', 'Oscar', 'Ruth'],
];
const last = [
  ...['Adler', 'Bishop', 'Carver', 'Doyle', 'Ellison', 'Forbes', 'Garner', 'Hughes', 'Ingram', 'Jarvis', 'Kaur', 'Lambert', 'Mercer'],
  ...['Novak', 'Osman', 'Pryce', 'Quigley', 'Rossi', 'Sinclair', 'Turner', 'Ueda', 'Vaughn', 'Walsh', 'Yates', 'Zimmer', 'Okafor', 'Lindqvist'],
];

const brands = [
  ...['Ashdown', 'Harlow', 'Brindle', 'Calder', 'Danbury', 'Eastmoor', 'Fenwick', 'Glenholm', 'Hazelmere', 'Inverleith', 'Kestrel', 'Larkfield'],
  ...['Marlowe', 'Netherby', 'Oakhurst', 'Penrose', 'Quarrington', 'Ravenscar', 'Selwyn', 'Thornbury', 'Underhill', 'Vantry', 'Wexcombe', 'Yarrow'],
  ...['Alderbrook', 'Birchwell', 'Copperfield', 'Dunmore', 'Elmstead', 'Foxglove', 'Greyfriars', 'Highcliff', 'Ironbridge', 'Juniper', 'Kingsmead'],
  ...['Linden', 'Millbrook', 'Norwell', 'Orchard Hill', 'Pinecrest', 'Quillmark', 'Rosedale', 'Silverton', 'Tidewater', 'Upland', 'Valeford'],
  ...['Westering', 'Amberley', 'Bluefin', 'Cinderford', 'Driftwood', 'Emberton', 'Farrow', 'Goldcrest', 'Heatherly', 'Ivybridge', 'Jasperfield'],
  ...['Knotwood', 'Lanternfish', 'Mossbank', 'Nightjar', 'Otterburn', 'Plumstead', 'Redfern', 'Saltmarsh', 'Tanager', 'Umberfield', 'Verity'],
  ...['Whitlock', 'Zephyrine', 'Arkwright', 'Bellweather', 'Castlereagh', 'Dovecote', 'Evergreene', 'Fairlight', 'Gatehouse', 'Holloway', 'Inkwell'],
  ...['Jettison', 'Kittiwake', 'Lodestar', 'Merriden', 'Newbridge', 'Osprey', 'Pebblecroft', 'Quayside', 'Rookwood', 'Starling', 'Trellis', 'Vesper'],
  ...['Wickford', 'Windermark', 'Yewtree', 'Zinnia', 'Beechcroft', 'Clearwater', 'Dunlin', 'Eddystone'],
];

export const namesEn: Names = {
  brands,
  person: (random) => `${random.pick(first)} ${random.pick(last)}`,
  company: (brand, trade) => `${brand} ${trade}`,
  trades: {
    manufacturing: ['Precision', 'Castings', 'Machine Works', 'Tooling'],
    electronics: ['Circuits', 'Optics', 'Semiconductors'],
    energy: ['Energy', 'Chemicals', 'Power'],
    logistics: ['Freight', 'Logistics', 'Warehousing'],
    food: ['Foods', 'Dairy', 'Beverages'],
    healthcare: ['Medical', 'Pharma', 'Biotech'],
    retail: ['Stores', 'Retail', 'Interiors'],
    construction: ['Building Supplies', 'Engineering'],
    software: ['Software', 'Systems'],
    services: ['Consulting', 'Partners'],
  },
  cities: ['London', 'Manchester', 'Leeds', 'Bristol', 'Glasgow', 'Birmingham', 'Cardiff', 'Edinburgh', 'Sheffield', 'Newcastle', 'Belfast'],
  titles: ['Managing Director', 'Procurement Manager', 'Head of Operations', 'Plant Manager', 'IT Director', 'Warehouse Manager', 'CFO', 'Quality Manager', 'Buyer'],
  sources: {
    website: ['contact form', 'white paper download'],
    event: ['Smart Factory Expo', 'Logistics Live'],
    webinar: ['connected equipment webinar'],
    referral: ['introduced by a customer', 'introduced by a supplier'],
    social: ['LinkedIn post'],
    search: ['search: asset tracking'],
    platform: ['trade directory'],
    ads: ['search ads'],
    cold: ['cold call', 'trade register'],
    partner: ['integrator'],
  },
  campaigns: ['Spring refresh', 'Autumn trade shows', 'Thank-you round'],
};
