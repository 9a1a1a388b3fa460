/** Not to be forgotten: nothing is denied by it. In both kinds of characters. */
export const unforgotten = '(?:千万)?(?:别|不要|別)(?:让我们?|讓我|给我们?|給我|叫我)?(?:再|又|给)?忘(?:了|记|記)?';
export const unforgottenEn = "don'?t (?:let me )?forget";
/** Asked to be written down: no part of what is told. */
export const noted =
  '(?:记得|麻烦)?(?:你|您)?再?(?:帮我|幫我|给我|給我|替我)?(?:(?:记|記|登记|更新|记录)(?:一下|上|下来?|一笔|着点?|录一下)|备注一下)';
