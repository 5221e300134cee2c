// The 23 resident cities and their sectors: the seed content of every booth.
// Residents: press article on the Shandong Parlor, 28 February 2023. Population: Seventh National Population Census of
// China, 1 November 2020, resident population of the whole prefecture or municipality. Codes: GB/T 2260.
// Every summary is sample text until the city writes its own.

import type { Bilingual } from '../kit/bilingual.ts'

/** How a city belongs to the house: one of Shandong's 16, or a partner city or province. */
export type Residency = 'shandong' | 'city-partner' | 'province-partner'

export interface City {
  /** Latin id, also the id of the city's booth. */
  readonly id: string
  /** Six digits, GB/T 2260. */
  readonly adcode: string
  readonly name: Bilingual
  readonly province: string
  readonly residency: Residency
  /** Degrees, WGS 84. */
  readonly lat: number
  readonly lon: number
  /** People, census of 1 November 2020. */
  readonly population2020: number
  /** Ids of {@link SECTORS}, strongest first. */
  readonly sectors: readonly string[]
  /** Name of the sculpture in `models/build/emblems`. */
  readonly emblem: string
  readonly summary: Bilingual
}

export interface Sector extends Bilingual {
  readonly id: string
}

export const SECTORS: readonly Sector[] = [
  { id: 'advanced-equipment', en: 'Advanced equipment', zh: '高端装备' },
  { id: 'new-materials', en: 'New materials', zh: '新材料' },
  { id: 'petrochemicals', en: 'Petrochemicals', zh: '石油化工' },
  { id: 'automotive', en: 'Vehicles & engines', zh: '汽车与发动机' },
  { id: 'rail-transit', en: 'Rail transit', zh: '轨道交通' },
  { id: 'home-appliances', en: 'Home appliances & electronics', zh: '家电电子' },
  { id: 'software-it', en: 'Software & big data', zh: '软件与大数据' },
  { id: 'biomedicine', en: 'Biomedicine', zh: '生物医药' },
  { id: 'medical-devices', en: 'Medical devices', zh: '医疗器械' },
  { id: 'new-energy', en: 'New energy & storage', zh: '新能源与储能' },
  { id: 'nuclear-power', en: 'Nuclear power', zh: '核电' },
  { id: 'aerospace', en: 'Aerospace', zh: '航空航天' },
  { id: 'marine', en: 'Marine economy', zh: '海洋经济' },
  { id: 'ports-logistics', en: 'Ports & logistics', zh: '港口物流' },
  { id: 'modern-agriculture', en: 'Modern agriculture', zh: '现代农业' },
  { id: 'food-beverage', en: 'Food & beverage', zh: '食品饮料' },
  { id: 'textiles', en: 'Textiles & apparel', zh: '纺织服装' },
  { id: 'ceramics-glass', en: 'Ceramics & glass', zh: '陶瓷玻璃' },
  { id: 'nonferrous-metals', en: 'Non-ferrous metals', zh: '有色金属' },
  { id: 'steel', en: 'Steel', zh: '钢铁' },
  { id: 'culture-tourism', en: 'Culture & tourism', zh: '文化旅游' },
  { id: 'e-commerce', en: 'E-commerce & trade', zh: '电商商贸' },
  { id: 'herbal-medicine', en: 'Traditional Chinese medicine', zh: '中医药' },
  { id: 'livestock', en: 'Ecological livestock', zh: '生态畜牧' },
]

export const CITIES: readonly City[] = [
  {
    id: 'jinan',
    adcode: '370100',
    name: { zh: '济南', en: 'Jinan' },
    province: 'Shandong',
    residency: 'shandong',
    lat: 36.65,
    lon: 117.12,
    population2020: 9202432,
    sectors: ['software-it', 'automotive', 'biomedicine', 'advanced-equipment'],
    emblem: 'spring',
    summary: {
      en: 'City of Springs, the provincial capital: software, heavy trucks and a national supercomputing centre.',
      zh: '泉城、省会：软件信息、重型汽车与国家超算中心。',
    },
  },
  {
    id: 'qingdao',
    adcode: '370200',
    name: { zh: '青岛', en: 'Qingdao' },
    province: 'Shandong',
    residency: 'shandong',
    lat: 36.07,
    lon: 120.38,
    population2020: 10071722,
    sectors: ['home-appliances', 'rail-transit', 'marine', 'ports-logistics'],
    emblem: 'sail',
    summary: {
      en: 'Port city of sails: home appliances, high-speed trains, marine science and the SCO demonstration area.',
      zh: '帆船之都：智能家电、高速列车、海洋科研与上合示范区。',
    },
  },
  {
    id: 'zibo',
    adcode: '370300',
    name: { zh: '淄博', en: 'Zibo' },
    province: 'Shandong',
    residency: 'shandong',
    lat: 36.81,
    lon: 118.05,
    population2020: 4704138,
    sectors: ['new-materials', 'ceramics-glass', 'biomedicine', 'petrochemicals'],
    emblem: 'vase',
    summary: {
      en: 'Old capital of Qi: ceramics and glass, polymers and fine chemicals.',
      zh: '齐国故都：陶瓷琉璃、高分子材料与精细化工。',
    },
  },
  {
    id: 'zaozhuang',
    adcode: '370400',
    name: { zh: '枣庄', en: 'Zaozhuang' },
    province: 'Shandong',
    residency: 'shandong',
    lat: 34.81,
    lon: 117.32,
    population2020: 3855601,
    sectors: ['new-energy', 'advanced-equipment', 'culture-tourism', 'modern-agriculture'],
    emblem: 'canal-boat',
    summary: {
      en: 'Canal city at Tai’erzhuang: lithium batteries, machine tools and pomegranates.',
      zh: '运河古城台儿庄：锂电产业、数控机床与石榴。',
    },
  },
  {
    id: 'dongying',
    adcode: '370500',
    name: { zh: '东营', en: 'Dongying' },
    province: 'Shandong',
    residency: 'shandong',
    lat: 37.43,
    lon: 118.67,
    population2020: 2193518,
    sectors: ['petrochemicals', 'advanced-equipment', 'new-materials', 'culture-tourism'],
    emblem: 'pumpjack',
    summary: {
      en: 'Where the Yellow River meets the sea: petroleum, oilfield equipment, tyres and wetlands.',
      zh: '黄河入海口：石油化工、石油装备、轮胎与湿地。',
    },
  },
  {
    id: 'yantai',
    adcode: '370600',
    name: { zh: '烟台', en: 'Yantai' },
    province: 'Shandong',
    residency: 'shandong',
    lat: 37.46,
    lon: 121.45,
    population2020: 7102116,
    sectors: ['petrochemicals', 'nuclear-power', 'aerospace', 'food-beverage'],
    emblem: 'rocket',
    summary: {
      en: 'Chemicals, nuclear power, sea launches of rockets, wine and apples.',
      zh: '化工新材料、核电、海上航天发射、葡萄酒与苹果。',
    },
  },
  {
    id: 'weifang',
    adcode: '370700',
    name: { zh: '潍坊', en: 'Weifang' },
    province: 'Shandong',
    residency: 'shandong',
    lat: 36.71,
    lon: 119.16,
    population2020: 9386705,
    sectors: ['automotive', 'modern-agriculture', 'home-appliances', 'advanced-equipment'],
    emblem: 'kite',
    summary: {
      en: 'World kite capital: engines, acoustic devices and the vegetables of Shouguang.',
      zh: '世界风筝都：动力装备、声学器件与寿光蔬菜。',
    },
  },
  {
    id: 'jining',
    adcode: '370800',
    name: { zh: '济宁', en: 'Jining' },
    province: 'Shandong',
    residency: 'shandong',
    lat: 35.41,
    lon: 116.59,
    population2020: 8357897,
    sectors: ['advanced-equipment', 'culture-tourism', 'ports-logistics', 'new-materials'],
    emblem: 'gate',
    summary: {
      en: 'Home of Confucius and Mencius: construction machinery and inland canal ports.',
      zh: '孔孟之乡：工程机械与内河航运。',
    },
  },
  {
    id: 'taian',
    adcode: '370900',
    name: { zh: '泰安', en: 'Tai’an' },
    province: 'Shandong',
    residency: 'shandong',
    lat: 36.2,
    lon: 117.09,
    population2020: 5472217,
    sectors: ['advanced-equipment', 'culture-tourism', 'new-energy', 'herbal-medicine'],
    emblem: 'mountain',
    summary: {
      en: 'At the foot of Mount Tai: power equipment, salt-cavern energy storage and tourism.',
      zh: '泰山脚下：输变电装备、盐穴储能与文旅。',
    },
  },
  {
    id: 'weihai',
    adcode: '371000',
    name: { zh: '威海', en: 'Weihai' },
    province: 'Shandong',
    residency: 'shandong',
    lat: 37.51,
    lon: 122.12,
    population2020: 2906548,
    sectors: ['medical-devices', 'new-materials', 'marine', 'e-commerce'],
    emblem: 'lighthouse',
    summary: {
      en: 'Nearest to Korea: medical devices, carbon fibre, printers and fishing gear.',
      zh: '与韩国隔海相望：医疗器械、碳纤维、打印设备与渔具。',
    },
  },
  {
    id: 'rizhao',
    adcode: '371100',
    name: { zh: '日照', en: 'Rizhao' },
    province: 'Shandong',
    residency: 'shandong',
    lat: 35.42,
    lon: 119.53,
    population2020: 2968365,
    sectors: ['steel', 'ports-logistics', 'automotive', 'food-beverage'],
    emblem: 'sun',
    summary: {
      en: 'First light of the day: deep-water port, fine steel, engines and green tea.',
      zh: '日出初光先照：深水大港、精品钢、汽车发动机与绿茶。',
    },
  },
  {
    id: 'linyi',
    adcode: '371300',
    name: { zh: '临沂', en: 'Linyi' },
    province: 'Shandong',
    residency: 'shandong',
    lat: 35.1,
    lon: 118.36,
    population2020: 11018365,
    sectors: ['e-commerce', 'ports-logistics', 'advanced-equipment', 'new-materials'],
    emblem: 'containers',
    summary: {
      en: 'Capital of logistics and wholesale markets, in the Yimeng mountains.',
      zh: '商贸物流之都，沂蒙红色热土。',
    },
  },
  {
    id: 'dezhou',
    adcode: '371400',
    name: { zh: '德州', en: 'Dezhou' },
    province: 'Shandong',
    residency: 'shandong',
    lat: 37.44,
    lon: 116.36,
    population2020: 5611194,
    sectors: ['new-energy', 'food-beverage', 'modern-agriculture', 'home-appliances'],
    emblem: 'solar',
    summary: {
      en: 'Solar valley: solar heat, central air-conditioning, functional sugars, grain.',
      zh: '中国太阳谷：太阳能、中央空调、功能糖与粮食。',
    },
  },
  {
    id: 'liaocheng',
    adcode: '371500',
    name: { zh: '聊城', en: 'Liaocheng' },
    province: 'Shandong',
    residency: 'shandong',
    lat: 36.46,
    lon: 115.99,
    population2020: 5952128,
    sectors: ['nonferrous-metals', 'automotive', 'advanced-equipment', 'herbal-medicine'],
    emblem: 'tower',
    summary: {
      en: 'Water city on the canal: aluminium and copper, buses, bearings, donkey-hide gelatin.',
      zh: '江北水城：铝铜精深加工、客车、轴承与阿胶。',
    },
  },
  {
    id: 'binzhou',
    adcode: '371600',
    name: { zh: '滨州', en: 'Binzhou' },
    province: 'Shandong',
    residency: 'shandong',
    lat: 37.38,
    lon: 117.97,
    population2020: 3928568,
    sectors: ['nonferrous-metals', 'textiles', 'food-beverage', 'petrochemicals'],
    emblem: 'spool',
    summary: {
      en: 'Aluminium and textiles of world scale, grain and soybean processing.',
      zh: '世界级铝产业与家纺，粮食加工。',
    },
  },
  {
    id: 'heze',
    adcode: '371700',
    name: { zh: '菏泽', en: 'Heze' },
    province: 'Shandong',
    residency: 'shandong',
    lat: 35.23,
    lon: 115.48,
    population2020: 8795939,
    sectors: ['biomedicine', 'e-commerce', 'food-beverage', 'textiles'],
    emblem: 'peony',
    summary: {
      en: 'City of peonies: biomedicine, rural e-commerce and Hanfu.',
      zh: '牡丹之都：生物医药、农村电商与汉服。',
    },
  },
  {
    id: 'longnan',
    adcode: '621200',
    name: { zh: '陇南', en: 'Longnan' },
    province: 'Gansu',
    residency: 'city-partner',
    lat: 33.4,
    lon: 104.92,
    population2020: 2407272,
    sectors: ['modern-agriculture', 'e-commerce', 'herbal-medicine', 'culture-tourism'],
    emblem: 'olive',
    summary: {
      en: 'Olives, walnuts, Sichuan pepper and medicinal herbs of southern Gansu.',
      zh: '油橄榄、核桃、花椒与中药材。',
    },
  },
  {
    id: 'dingxi',
    adcode: '621100',
    name: { zh: '定西', en: 'Dingxi' },
    province: 'Gansu',
    residency: 'city-partner',
    lat: 35.58,
    lon: 104.63,
    population2020: 2524097,
    sectors: ['modern-agriculture', 'herbal-medicine', 'livestock', 'food-beverage'],
    emblem: 'potato-flower',
    summary: { en: 'China’s potato capital, and angelica and astragalus herbs.', zh: '中国薯都，当归黄芪之乡。' },
  },
  {
    id: 'kashgar',
    adcode: '653100',
    name: { zh: '喀什', en: 'Kashgar' },
    province: 'Xinjiang',
    residency: 'province-partner',
    lat: 39.47,
    lon: 75.99,
    population2020: 4496377,
    sectors: ['textiles', 'e-commerce', 'modern-agriculture', 'culture-tourism'],
    emblem: 'old-town',
    summary: {
      en: 'Gateway to Central and South Asia: free-trade pilot zone, textiles, dried fruit.',
      zh: '面向中亚南亚的门户：自贸试验片区、纺织与干果。',
    },
  },
  {
    id: 'shigatse',
    adcode: '540200',
    name: { zh: '日喀则', en: 'Shigatse' },
    province: 'Tibet',
    residency: 'province-partner',
    lat: 29.27,
    lon: 88.88,
    population2020: 798153,
    sectors: ['culture-tourism', 'modern-agriculture', 'new-energy', 'textiles'],
    emblem: 'everest',
    summary: {
      en: 'At the foot of Everest: highland barley, carpets, clean energy.',
      zh: '珠峰脚下：青稞、藏毯与清洁能源。',
    },
  },
  {
    id: 'haibei',
    adcode: '632200',
    name: { zh: '海北', en: 'Haibei' },
    province: 'Qinghai',
    residency: 'province-partner',
    lat: 36.96,
    lon: 100.9,
    population2020: 265322,
    sectors: ['livestock', 'culture-tourism', 'new-energy', 'modern-agriculture'],
    emblem: 'lake',
    summary: {
      en: 'North shore of Qinghai Lake: yak and Tibetan sheep, rape flowers, clean energy.',
      zh: '青海湖北岸：牦牛藏羊、油菜花海与清洁能源。',
    },
  },
  {
    id: 'chongqing',
    adcode: '500000',
    name: { zh: '重庆', en: 'Chongqing' },
    province: 'Chongqing',
    residency: 'province-partner',
    lat: 29.56,
    lon: 106.55,
    population2020: 32054159,
    sectors: ['automotive', 'home-appliances', 'advanced-equipment', 'ports-logistics'],
    emblem: 'monorail',
    summary: {
      en: 'Mountain city on two rivers: vehicles, laptops, motorcycles and the rail to Europe.',
      zh: '两江山城：汽车、笔电、摩托与中欧班列。',
    },
  },
  {
    id: 'xiangxi',
    adcode: '433100',
    name: { zh: '湘西', en: 'Xiangxi' },
    province: 'Hunan',
    residency: 'province-partner',
    lat: 28.31,
    lon: 109.74,
    population2020: 2488105,
    sectors: ['culture-tourism', 'food-beverage', 'modern-agriculture', 'herbal-medicine'],
    emblem: 'stilt-house',
    summary: {
      en: 'Fenghuang old town: Miao and Tujia crafts, liquor, tea and kiwi fruit.',
      zh: '凤凰古城：苗族土家族工艺、白酒、茶叶与猕猴桃。',
    },
  },
]

const BY_ID = new Map(CITIES.map((city) => [city.id, city]))

/** The city with this id, or undefined (the guest plot has none). */
export const cityById = (id: string): City | undefined => BY_ID.get(id)
