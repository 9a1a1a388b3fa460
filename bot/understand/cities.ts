/** Cities as people name them, for leads and customers. */
export const chineseCities =
  '北京|上海|天津|重庆|广州|深圳|杭州|苏州|南京|无锡|宁波|常州|成都|武汉|西安|长沙|郑州|青岛|济南|合肥|厦门|福州|东莞|佛山|大连|沈阳|昆明|南昌|嘉兴|绍兴|温州|台州|烟台|珠海|中山|惠州|石家庄|太原|哈尔滨|长春|贵阳|南宁|香港|澳门|台北|高雄|台中|新竹|兰州|银川|西宁|乌鲁木齐|呼和浩特|海口|三亚|徐州|南通|扬州|镇江|泰州|盐城|金华|义乌|湖州|芜湖|泉州|漳州|莆田|赣州|潍坊|临沂|威海|洛阳|襄阳|宜昌|株洲|江门|汕头|湛江|柳州|桂林|绵阳|昆山|张家港|常熟|太仓|江阴|顺德|保定|唐山|廊坊|秦皇岛|大庆|鞍山|包头';
export const chineseCity = new RegExp(`^(?:${chineseCities})市?$`);

/** Cities in English, where a capitalised word alone could as well be a company. */
export const englishCities =
  'New York|NYC|Los Angeles|LA|Chicago|Houston|Phoenix|Philadelphia|San Antonio|San Diego|Dallas|Austin|San Jose|Fort Worth|Jacksonville|Columbus|Charlotte|Indianapolis|San Francisco|Seattle|Denver|Washington|Boston|Nashville|Detroit|Portland|Las Vegas|Memphis|Louisville|Baltimore|Milwaukee|Albuquerque|Tucson|Fresno|Sacramento|Kansas City|Atlanta|Omaha|Raleigh|Miami|Oakland|Minneapolis|Tampa|New Orleans|Cleveland|Pittsburgh|Cincinnati|Orlando|St\\.? Louis|Salt Lake City|Buffalo|Toronto|Montreal|Vancouver|Calgary|Ottawa|London|Manchester|Birmingham|Leeds|Liverpool|Bristol|Glasgow|Edinburgh|Dublin|Paris|Lyon|Berlin|Munich|Hamburg|Frankfurt|Cologne|Amsterdam|Rotterdam|Brussels|Zurich|Geneva|Vienna|Madrid|Barcelona|Lisbon|Milan|Rome|Stockholm|Copenhagen|Oslo|Helsinki|Warsaw|Prague|Budapest|Istanbul|Dubai|Tel Aviv|Mumbai|Delhi|Bangalore|Singapore|Kuala Lumpur|Jakarta|Bangkok|Manila|Hanoi|Ho Chi Minh City|Tokyo|Osaka|Seoul|Sydney|Melbourne|Brisbane|Perth|Auckland|Beijing|Shanghai|Shenzhen|Guangzhou|Hong Kong|Taipei|Mexico City|Sao Paulo|Buenos Aires|Lagos|Nairobi|Cairo|Cape Town|Johannesburg';
export const englishCity = new RegExp(`^(?:${englishCities})(?:,\\s?[A-Z]{2})?$`);
