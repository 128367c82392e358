import { describe, expect, test } from 'vitest';
import { ApiError } from '../api/api-error.ts';
import { errorsOf } from './form-errors.ts';

const WRONG = 'Ô này chưa đúng.';
const refusal = (fields: unknown) => new ApiError(400, 'bad-input', 'Dữ liệu chưa đúng.', { fields });

describe('a refused form', () => {
  test.each([
    { fields: [{ field: 'name', reason: 'Too small' }], errors: { name: WRONG }, because: 'the field is shown' },
    { fields: [{ field: 'body/name' }], errors: { name: WRONG }, because: 'the last step of the way names it' },
    { fields: [{ field: 'secret' }], errors: { form: 'Dữ liệu chưa đúng.' }, because: 'the form has no such field' },
    { fields: undefined, errors: { form: 'Dữ liệu chưa đúng.' }, because: 'no field was named' },
    { fields: ['name', null], errors: { form: 'Dữ liệu chưa đúng.' }, because: 'what is not understood names nothing' },
  ])('says $errors: $because', ({ fields, errors }) => {
    expect(errorsOf(refusal(fields), ['name'], WRONG)).toEqual(errors);
  });
});
