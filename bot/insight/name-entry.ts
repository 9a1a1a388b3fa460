/** The names of one record, as far as they tell it from the words around it. */
export interface NameEntry {
  kind: 'customer' | 'lead' | 'contact' | 'person' | 'deal';
  id: number;
  /** A customer's name, a lead's company, a deal's title. */
  company?: string | null;
  /** {@link companyKey} of the company; reckoned when it is not given. */
  companyKey?: string | null;
  /** {@link searchKey} of the record, if it was reckoned already. */
  pinyin?: string | null;
  /** A contact's, lead's or colleague's name. */
  person?: string | null;
  /** Whose record it is; a contact belongs to whom its customer belongs. */
  ownerId?: number | null;
  customerId?: number | null;
  /** A colleague's team. */
  teamId?: number | null;
}
