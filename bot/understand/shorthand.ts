/** What thumbs leave out of English, and what it stands for. Only small letters: W and EM may be names. */
const short: [RegExp, string][] = [
  // Chuffed to say they signed: how one feels about it is no hearsay.
  [
    /^(?:(?:very|so|really|super) )?(?:chuffed|happy|pleased|glad|thrilled|delighted|proud|stoked|sorry|sad|gutted) to (?:say|report|announce|share)(?: that)?[:,]? /i,
    '',
  ],
  [/(?<=[A-Za-z)'\p{Script=Han}] )w(?: \/ ?|\/ ?| )(?=[A-Za-z\p{Script=Han}])/gu, 'with '],
  [/(?<!\w)approx\.(?=\s?[$€£¥]?\d)/gi, 'approx'],
  [/(?<=[a-z]\s)'?em(?=$|[\s,.;!])/g, 'them'],
  [/(?<![\w'-])(they|you)re(?![\w'-])/g, "$1're"],
  [/(?<![\w'-])(they|we|you|i|I)ve(?![\w'-])/g, "$1've"],
  [/(?<![\w'-])(he|she|that|there|what)s(?![\w'-])/g, "$1's"],
  [/(?<![\w'-])(do|did|does|could|would|should|is|are|was|were|has|have|had|wo|ca)nt(?![\w'-])/g, "$1n't"],
  [/(?<![\w'-])id(?= (?:say|guess|put|give|rate|call|peg|reckon)\b)/g, "i'd"],
  [
    /(?<![\w'-])im(?= (?:going|gonna|sure|not|at|seeing|meeting|calling|sending|pretty|thinking|visiting|putting)\b)/g,
    "i'm",
  ],
  [
    /(?<![\w'-]|(?:is|was|are|been|feels?|fell|so|very) )ill(?= (?:call|send|ping|e-?mail|follow|visit|see|get|do|be|try|text|chase|give|check|have|go|meet|ring|swing|drop|write|put)\b)/g,
    "i'll",
  ],
  // Took Farid from Acme to lunch, met Quinn on site.
  [
    /^((?:i |we |just ){0,3})took ([\w'& -]{2,40}?) (?:out )?(?:to|for) (lunch|dinner|coffee|breakfast|drinks)\b/i,
    '$1had $3 with $2',
  ],
  [/(?<=\b(?:met|saw)\b[^,.;\n]{2,50}) on[ -]?site(?=[,.;]|$)/gi, ''],
  // Just out of Acme, they're happy: a visit, said on the way back.
  [
    /^(?:i'?m |i )?(?:just )?(?:(?:came |got |walked |stepped )?out of|leaving|left)(?= (?!the |a |an |my |our |it\b|town|office|budget|stock|money|time|us\b|me\b|meeting|voicemail|vm\b|message|word|work\b|home\b)[a-z][\w& -]{1,30}[,;.] ?(?:they|he|she|it|all|good|great|went|not|no|legal|price|budget|still|the|very|really|pretty)\b)/i,
    'back from',
  ],
  [/(?<=\b(?:this|next|last|per|a|the|every) )yrs?(?![\w'-])/g, 'year'],
  [/(?<=\b(?:this|next|last|per|a|the|every) )qtr(?![\w'-])/g, 'quarter'],
  [/(?<=\b(?:this|next|last|per|a|the|every) )mth(?![\w'-])/g, 'month'],
  [/(?<![\w'-])this am(?![\w'-])/g, 'this morning'],
  [/(?<![\w'-])this (?:aft|arvo)(?![\w'-])/g, 'this afternoon'],
];

/** A text with what was left out put back, so that the grammar reads one English. */
export function longhand(text: string): string {
  if (!/[a-z] ?[a-z]/i.test(text)) return text;
  let full = text;
  for (const [pattern, meant] of short) full = full.replace(pattern, meant);
  return full;
}
