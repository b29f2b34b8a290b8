import type { SecretStore } from './store.ts';
import { ageDays, nextValue } from './value.ts';

/** What Secrets Manager calls the function with, once for each step. */
export interface RotationEvent {
  readonly Step: string;
  readonly SecretId: string;
  /** Id of the version that is to come into force. */
  readonly ClientRequestToken: string;
}

/** What the steps touch. */
export interface RotationIo {
  readonly store: SecretStore;
  readonly cityTakes: (token: string) => Promise<boolean>;
  readonly tellAge: (days: number) => Promise<void>;
  readonly now: () => Date;
  readonly random: () => string;
}

type Step = (version: string, io: RotationIo) => Promise<void>;

/** Each may be called again after it was done, or when the one after it was: then nothing is left to do. */
const steps: Readonly<Record<string, Step>> = {
  createSecret: async (version, { store, now, random }) => {
    if ((await store.readVersion(version)) !== null) return;
    const current = await store.readCurrent();
    if (current === null) throw new Error('No version of the secret is in force: put one there first.');
    const moment = { now: now(), createdAt: current.createdAt, random: random() };
    await store.put(version, nextValue(current.value, moment));
  },

  // Whoever could be told of a new value: the city has no way to be, and the salt is used here alone.
  setSecret: async (version, { store }) => {
    await pendingOf(version, store);
  },

  testSecret: async (version, { store, cityTakes }) => {
    const { primary } = (await pendingOf(version, store)).value;
    const current = await store.readCurrent();
    if (primary.trim() === '' || primary === current?.value.primary) return;
    if (!(await cityTakes(primary)))
      throw new Error('The city refuses the next token: the one in use stays. Put a token that it takes.');
  },

  finishSecret: async (version, { store, tellAge, now }) => {
    const { value } = await pendingOf(version, store);
    const stages = Object.entries(await store.stages());
    const inForce = stages.find(([, borne]) => borne.includes('AWSCURRENT'))?.[0] ?? null;
    if (inForce !== version) await store.promote(version, inForce);
    const days = ageDays(value, now());
    if (days !== null) await tellAge(days);
  },
};

/** Does one step of a rotation. What it throws is written to the function's log, and holds no value. */
export async function rotate(
  { Step, ClientRequestToken: version }: RotationEvent,
  io: RotationIo,
): Promise<void> {
  const step = Object.hasOwn(steps, Step) ? steps[Step] : undefined;
  if (step === undefined) throw new Error(`"${Step}" is no step of a rotation.`);
  const borne = (await io.store.stages())[version] ?? [];
  if (borne.includes('AWSCURRENT') && Step !== 'finishSecret') return;
  await step(version, io);
}

/** The version that is to come into force, or has come. */
async function pendingOf(version: string, store: SecretStore) {
  const found = await store.readVersion(version);
  if (found === null) throw new Error('The version to come is not there: createSecret was not done.');
  return found;
}
