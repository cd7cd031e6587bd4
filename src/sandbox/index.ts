export {createSandbox} from './handler.js';
export {demoData} from './data/demo.js';
export type {Fault, FaultKind, LogEntry} from './faults.js';
export type {Checkout, CheckoutLine, Order} from './orders.js';
export type {
  ApiKeySeed, CustomerSeed, NavSeed, ProductSeed, PromoSeed, RegionSeed, SaleSeed, SandboxData, StockSeed, StoreSeed,
  TagSeed, TokenSeed, VariableSeed,
} from './seeds.js';
export type {WireCartLine, WireGameServer, WireOption, WirePricing, WireSale, WireTax} from './wire.js';
