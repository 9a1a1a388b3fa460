/** The slash commands we answer; manifest.json lists the same, a test compares them. */
export const commands = ['/lead', '/deal', '/today', '/talk', '/digest', '/crm'] as const;
