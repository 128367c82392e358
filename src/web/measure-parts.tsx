import { FrozenMeasure } from '../slices/assessment/screens/FrozenMeasure.tsx';

/** What slices above the registers show on the page of a measure. A slice adds its part here. */
export function MeasureParts({ measureKey }: { measureKey: string }) {
  return <FrozenMeasure measureKey={measureKey} />;
}
