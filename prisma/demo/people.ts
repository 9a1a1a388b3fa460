import type { Region, World } from './world.ts';

/** Somebody at a company, and how they are reached. */
export function makePerson({ random }: World, region: Region, company: string) {
  const name = region.names.person(random);
  const phone = region.nextPhone();
  const zh = region.language === 'zh';
  const domain = `${(company.split(' ')[0] ?? '').toLowerCase()}.example`;
  return {
    name,
    title: random.pick(region.names.titles),
    phone: zh || random.yes(0.7) ? phone : null,
    email: zh ? null : `${name.toLowerCase().replace(' ', '.')}@${domain}`,
    wechat: zh && random.yes(0.5) ? `wx_${phone.slice(-8)}` : null,
  };
}
