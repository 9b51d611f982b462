import { beforeAll, describe, expect, it } from 'vitest';
import { observeStatusDrivers, renderStatusDrivers, type StatusDrivers } from './testing/status-drivers.js';

let drivers: StatusDrivers;
beforeAll(async () => {
  drivers = await observeStatusDrivers();
});

describe('docs/status-drivers.json', () => {
  it('says what drives each documented status now; `npm run pictures` writes it again', async () => {
    await expect(renderStatusDrivers(drivers)).toMatchFileSnapshot('../docs/status-drivers.json');
  });
});

describe('observeStatusDrivers', () => {
  it('tells what the sandbox does by its own rules from what takes a fault', () => {
    expect(drivers['voidPayment']?.[403]).toContain('sandbox');
    expect(drivers['voidPayment']?.[502]).toEqual(['mock', 'fault']);
  });

  it('finds the statuses of workflows and of the live check', () => {
    expect(drivers['refundPayment']?.[202]).toEqual(['mock', 'sandbox', 'workflow', 'live']);
    expect(drivers['getToken']?.[400]).toContain('workflow');
    expect(drivers['getPaymentsList']?.[401]).not.toContain('workflow');
  });
});
