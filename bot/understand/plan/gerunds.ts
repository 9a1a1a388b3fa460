/** How a doing is told when it is meant to be done: calling Raj back tomorrow. */
const doings: Record<string, string> = Object.fromEntries(
  'calling:call phoning:phone ringing:ring emailing:email mailing:mail texting:text messaging:message pinging:ping visiting:visit seeing:see sending:send resending:resend checking:check chasing:chase following:follow dropping:drop swinging:swing stopping:stop heading:head giving:give getting:get showing:show trying:try pushing:push presenting:present delivering:deliver reviewing:review drafting:draft prepping:prep preparing:prepare sharing:share circling:circle catching:catch touching:touch talking:talk speaking:speak demoing:demo picking:pick bringing:bring taking:take walking:walk writing:write nudging:nudge reaching:reach running:run doing:do quoting:quote driving:drive flying:fly'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
const gerund = /^((?:i'?m|we'?re|am|are|will be|be|gonna be|i'll be|we'll be)\s)?(re)?([a-z]{4,12}ing)(?=\s)/i;

/** A plan that begins with what one is doing as what one does: calling Raj back is call Raj back. */
export function plainly(said: string): string {
  const match = gerund.exec(said);
  const verb = match && doings[`${match[2] ?? ''}${match[3]}`.toLowerCase()];
  return match && verb ? verb + said.slice(match[0].length) : said;
}
