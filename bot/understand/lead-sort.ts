import { chineseCity, englishCity } from './cities.ts';
import type { Context, Reading } from './context.ts';
import { labelPrefix, loneLabel } from './fields.ts';
import { apart } from './lead-apart.ts';
import { nameAndCompany } from './lead-names.ts';
import { covers, isJob, piecesOf } from './lead-pieces.ts';
import { gone, mask } from './normalize.ts';
import { findWords, lookUp } from './words.ts';

/** What may stand beside an industry's word for the whole to be that industry and not a company's name. */
const trade =
  /^(?:做|搞|干|开|的|行业|业|类|行|企业|生意|in|the|industry|sector|business|company|they|are|works?|他们?|是|\s){0,10}$/i;
const marks =
  /[\ue000,;\n|()]+|\s[/-](?=\s|$)|:\s|(?<!\b[A-Z]|\bInc|\bLtd|\bCo|\bMr|\bMrs|\bMs|\bDr|\bSt|\bJr|\bCorp|\bNo)\.\s+(?=[A-Z\d])/;

const smallCity = new RegExp(englishCity.source, 'i');
/** What says where somebody is from, in front of it. */
const cameFrom = /^\s*(?:from|via|off|through|met (?:him |her |them )?(?:at|via|on|through))\s/i;
const origin =
  /^(?:from|via|off|来自|met (?:him |her |them )?(?:at|via|on|through)|through|for|named|called)\s(?:the\s|an?\s)?(?=\S)/i;
/** The fabtech show, the chamber breakfast: an event, whatever its name. */
function atEvent(piece: string, context: Context): Reading<string> | undefined {
  const key = lookUp(context.channels, 'expo') ?? lookUp(context.channels, 'trade show');
  const match = /\b(?:show|expo|fair|conference|conf|summit|booth|breakfast|mixer|meetup|convention|seminar)$/i.exec(
    piece,
  );
  return key && match ? { start: match.index, end: piece.length, value: key } : undefined;
}

/** 姓冯, 老板: 冯老板 is what one would say. */
function withTitle(lead: Record<string, unknown>): void {
  const { name, title } = lead;
  if (typeof name !== 'string' || !/^\p{Script=Han}$/u.test(name)) return;
  const called = /(?:老板|总|经理|主任|工|厂长|店长|老师)$/u.exec(String(title ?? ''))?.[0];
  if (called) lead.name = `${name}${called}`;
}

/** Past so many pieces a text is no card of a person any more: the rest is kept as a note, unread. */
const mostPieces = 60;
const mailers = /^(?:gmail|qq|163|126|outlook|hotmail|yahoo|icloud|foxmail|sina)$/;

/** frank.li@atlaspaper.com says which of the words is the company. */
function byDomain(open: string[], lead: Record<string, unknown>): void {
  const domain = /@([a-z0-9-]+)\./.exec(String(lead.email ?? ''))?.[1] ?? '';
  if (lead.company !== undefined || domain.length < 3 || mailers.test(domain)) return;
  const bare = domain.replace(/[^a-z0-9]/g, '');
  for (const [at, piece] of open.entries()) {
    const words = piece.split(' ');
    // "quinn doyle wrenfield": the last words are the company, the ones before the person.
    for (let from = 0; from < words.length; from++) {
      const letters = words
        .slice(from)
        .join('')
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '');
      if (letters.length < 3 || !(bare.startsWith(letters) || letters.startsWith(bare))) continue;
      if (from > 0 && lead.name !== undefined) continue;
      lead.company = words.slice(from).join(' ');
      open.splice(at, 1, ...(from > 0 ? [words.slice(0, from).join(' ')] : []));
      return;
    }
  }
}

/** Gives the words of a lead their places: channel, industry, title, city, then name and company by their looks. */
export function sort(
  text: string,
  lead: Record<string, unknown>,
  notes: string[],
  put: (key: string, said: string) => void,
  context: Context,
): void {
  const pieces = apart(text)
    .split(marks)
    .flatMap((segment) => piecesOf(segment ?? '', context));
  const open: string[] = [];
  let label: string | null = null;
  for (const raw of pieces.slice(0, mostPieces)) {
    if (typeof raw !== 'string') {
      if (raw.key !== 'note' && lead[raw.key] === undefined) lead[raw.key] = raw.value;
      else notes.push(raw.value);
      continue;
    }
    const piece = raw
      .replace(/^[\s"'():./-]+|[\s"'():./-]+$/g, '')
      .replace(origin, '')
      .replace(/(?<=\S)(?:来|过来|认识|介绍过来|加)$/, '')
      .replace(
        /^(?:我|刚才?|今[天早]|昨[天晚]|前天|上午|下午|上(?:个?礼拜|周|个?月)|在){1,4}(?=$|\p{Script=Han}{2,4}[上里]?$)/u,
        '',
      );
    if (piece === '' || /^(?:mail|phone|tel|员工|规模|headcount)(?:是)?$/i.test(piece)) continue;
    if (label !== null && lead[label] === undefined) {
      put(label, piece);
      label = null;
      continue;
    }
    const channel = findWords(context.channels, piece)[0] ?? (origin.test(raw) ? atEvent(piece, context) : undefined);
    const industries = findWords(context.industries, piece);
    const industry = industries[0];
    const labelled = labelPrefix(piece);
    const alone = covers(channel, piece) ? null : loneLabel(piece);
    if (alone !== null && lead[alone] === undefined) label = alone;
    else if (labelled && lead[labelled.key] === undefined) put(labelled.key, labelled.value);
    else if (lead.channel === undefined && (covers(channel, piece) || (channel && cameFrom.test(raw)))) {
      lead.channel = channel?.value;
      if (
        channel &&
        channel.end - channel.start < piece.length &&
        !/^(?:via|from|来自|来源|(?:(?:yesterday|today|(?:this|last) (?:week|morning|night|month))(?:'s)?|the|our))?\s?$/i.test(
          piece.slice(0, channel.start),
        )
      )
        lead.source ??= piece;
    } else if (lead.industry === undefined && industry && trade.test(mask(piece, industries).replaceAll(gone, ''))) {
      lead.industry = industry.value;
    } else if (lead.city === undefined && (chineseCity.test(piece) || smallCity.test(piece))) lead.city = piece;
    else if (lead.title === undefined && isJob(piece)) lead.title = piece;
    else if (
      /^(?:做|搞|卖|开|要做|想|希望|产值|的|有(?:点|些)?兴趣|(?:挺|很|比较)?感兴趣|有意向|看看|了解|让我|要我)/.test(
        piece,
      )
    )
      notes.push(piece);
    else open.push(piece);
  }
  if (label !== null) notes.push(label);
  const more = pieces
    .slice(mostPieces)
    .map((piece) => (typeof piece === 'string' ? piece : piece.value))
    .join(' ')
    .trim();
  if (more !== '') notes.push(more);
  byDomain(open, lead);
  nameAndCompany(open, lead, notes);
  withTitle(lead);
}
