import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import description from 'lddpay/openapi.json';
import { useEveryEntryPoint } from './every-entry-point';
import { PaymentsModule, PaymentsService } from './payments.module';

async function main() {
  const app = await NestFactory.createApplicationContext(PaymentsModule, { logger: false });
  const payment = await app.get(PaymentsService).charge(1000, '4242424242424242');
  if (!payment.approved) throw new Error(payment.status);
  await app.close();
  await useEveryEntryPoint(description);
}

main();
