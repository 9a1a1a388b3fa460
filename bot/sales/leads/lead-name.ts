/** What a lead is called: the company and the person, as far as they are known; empty when neither is. */
export function leadName(lead: { company: string | null; name: string | null } | null | undefined): string {
  return [lead?.company, lead?.name].filter(Boolean).join(' · ');
}
