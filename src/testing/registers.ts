import type { Context } from '../server/context.ts';
import { samplePerson } from '../server/sample.ts';
import type { RegisterDeclaration } from '../slices/registers/index.ts';
import { declareOwn } from '../slices/registers/server.ts';
import { lettersRegister } from './letters-register.ts';

export { lettersRegister };

/** Takes a register of its own into use for the sample agency, past the screens. */
export async function declareForTest(
  context: Context,
  declaration: RegisterDeclaration = lettersRegister,
): Promise<void> {
  const outcome = await declareOwn(context, samplePerson, declaration);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
}
