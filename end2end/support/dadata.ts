// A stand-in for the look-up service: it answers as told, and keeps what it was asked.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = { status: number; body: string } | 'silent';

const party = (kpp: string, name: string, branch: string, address: string) => ({
  value: name,
  data: {
    inn: '0017000016',
    kpp,
    ogrn: '1260000000017',
    type: 'LEGAL',
    branch_type: branch,
    name: { short_with_opf: name },
    address: { value: address, unrestricted_value: address },
    state: { status: 'ACTIVE', actuality_date: 1795000000000 },
  },
});

export const twoOrganizations: Answer = {
  status: 200,
  body: JSON.stringify({
    suggestions: [
      party('001701001', 'ООО "РОМАШКА-ТЕСТ"', 'MAIN', '000001, г Примерск, ул Новая, д 1'),
      party('001743001', 'ФИЛИАЛ "ОБРАЗЦОВСКИЙ" ООО "РОМАШКА-ТЕСТ"', 'BRANCH', 'г Образцов, пр Лесной, д 9'),
    ],
  }),
};

export class LookUpService {
  answer: Answer = twoOrganizations;
  readonly asked: string[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<LookUpService> {
    const server = createServer();
    const service = new LookUpService(server);
    server.on('request', (request, response) => {
      void read(request).then((body) => {
        service.asked.push(`${request.method} ${request.url} ${body}`);
        if (service.answer === 'silent') return;
        response.writeHead(service.answer.status, { 'Content-Type': 'application/json' }).end(service.answer.body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return service;
  }

  get url() {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

async function read(request: IncomingMessage) {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
