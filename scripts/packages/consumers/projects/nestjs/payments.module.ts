import { Inject, Injectable, Module } from '@nestjs/common';
import { type Client, createClient, optionsFromEnv } from 'lddpay';

const LDDPAY = Symbol('lddpay');

@Injectable()
export class PaymentsService {
  constructor(@Inject(LDDPAY) private readonly lddpay: Client) {}

  charge(amount: number, number: string) {
    const source = { type: 'card', number, expiry_month: 12, expiry_year: 2030 };
    return this.lddpay.requestPayment({ amount, currency: 'USD', source });
  }
}

@Module({
  providers: [
    PaymentsService,
    { provide: LDDPAY, useFactory: () => createClient(optionsFromEnv(process.env)) },
  ],
  exports: [PaymentsService],
})
export class PaymentsModule {}
