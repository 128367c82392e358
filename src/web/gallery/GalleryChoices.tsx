import { useState } from 'react';
import { CheckField, ChecksField } from '../ui/Checks.tsx';
import { ManySelect } from '../ui/ManySelect.tsx';
import { YearLine, YearLineLegend } from '../ui/YearLine.tsx';
import { veryLongText } from './samples.ts';

const forms = [
  { value: 'meeting', label: 'Hội nghị' },
  { value: 'radio', label: 'Truyền thanh cơ sở' },
  { value: 'long', label: veryLongText.slice(0, 120) },
];

/** One of many, many of many, with a fault. */
export function GalleryChoices() {
  const [held, setHeld] = useState<readonly string[]>(['meeting']);
  const [isChecked, setChecked] = useState(true);
  return (
    <div className="stack">
      <div className="filters">
        <ManySelect label="Hình thức tuyên truyền" choices={forms} held={held} onChange={setHeld} />
        <ManySelect label="Chưa có gì để chọn" choices={[]} held={[]} onChange={() => undefined} />
      </div>
      <CheckField
        name="gallery-public"
        label="Được công khai"
        hint="Hiện trên trang công khai của cơ quan."
        isChecked={isChecked}
        onChange={setChecked}
      />
      <CheckField name="gallery-off" label="Không đổi được" isChecked isDisabled onChange={() => undefined} />
      <ChecksField
        name="gallery-forms"
        label="Hình thức"
        hint="Chọn mọi hình thức đã dùng."
        error="Hãy chọn ít nhất một hình thức."
        isRequired
        choices={forms}
        held={held}
        onChange={setHeld}
      />
    </div>
  );
}

const thisYear = ['88', '86.5', '91', '93', '95.5', '96', '97.4', null, null, null, null, null];
const lastYear = ['90', '90', '89', '91', '91.5', '92', '91', '92', '92', '93', '92.5', '94'];

/** A year as a line: whole, broken, without anything. */
export function GalleryLines() {
  return (
    <div className="stack">
      <YearLineLegend year={2031} />
      <YearLine label="Tỷ lệ đúng hạn theo tháng" now={thisYear} before={lastYear} target="98" size="large" />
      <p>
        <YearLine label="Dòng nhỏ" now={thisYear} before={lastYear} target="98" />
      </p>
      <p>
        <YearLine label="Tháng 3 chưa có số liệu" now={['1', '2', null, '5', '3']} />
      </p>
      <p>
        <YearLine label="Chưa có số liệu" now={[]} />
      </p>
    </div>
  );
}
