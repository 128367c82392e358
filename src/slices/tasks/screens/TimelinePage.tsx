import { Link, useNavigate } from '@tanstack/react-router';
import { type MouseEvent, useEffect, useMemo, useRef } from 'react';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { useAddress } from '../../../web/address.ts';
import { useTexts } from '../../../web/language.ts';
import { useYear } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { FilterBar } from '../../../web/ui/FilterBar.tsx';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { Loaded } from '../../../web/ui/States.tsx';
import { useUnits } from '../../units/screens/use-units.ts';
import { type Placed, placeSpans, yearSpan } from '../rules/timeline.ts';
import { useFilters } from './TasksPage.tsx';
import { TaskViews } from './TaskViews.tsx';
import { isLateMark, type Mark, useMarks } from './use-marks.ts';
import './tasks.css';

const [LANE, WIDE_LANE, NAMED_LANE] = [5, 10, 22];
/** Few lines bear their names, more are thick, thousands are thin. */
const laneOf = (lanes: number): number => (lanes > 30 ? LANE : lanes > 12 ? WIDE_LANE : NAMED_LANE);
/** A name is written where so many pixels are free for it. */
const LEAST_FOR_NAME = 60;
const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
type Row = { key: string; name: string; marks: Mark[] };

/** The whole year by unit or area: each task a line from the day it was given to the day it is due. */
export function Page() {
  const t = useTexts();
  const year = useYear();
  const query = useMarks();
  const filters = useFilters();
  return (
    <>
      <PageHead title={t('tasks.timelineCaption', { year })} lead={t('tasks.timelineLegend')} />
      <TaskViews />
      <FilterBar
        filters={[
          {
            kind: 'choice',
            key: 'rows',
            label: t('tasks.rowsBy'),
            choices: [{ value: 'area', label: t('tasks.rowsBy.area') }],
            emptyText: t('tasks.rowsBy.unit'),
          },
          ...filters,
        ]}
      />
      <Loaded query={query}>{({ marks, today }) => <Timeline marks={marks} today={today} year={year} />}</Loaded>
    </>
  );
}

function useRows(marks: readonly Mark[]): Row[] {
  const t = useTexts();
  const { search } = useAddress();
  const { standing, byId } = useUnits();
  return useMemo(() => {
    const byArea = search.rows === 'area';
    const rows = new Map<string, Row>();
    const nameOf = (mark: Mark): string =>
      byArea
        ? mark.areaOrdinal === null
          ? t('tasks.noArea')
          : t('tasks.area', { area: mark.areaOrdinal })
        : mark.leadId === null
          ? t('tasks.noUnit')
          : (byId.get(mark.leadId)?.name ?? mark.leadId);
    for (const mark of marks) {
      const key = byArea ? String(mark.areaOrdinal ?? '') : (mark.leadId ?? '');
      const row = rows.get(key) ?? { key, name: nameOf(mark), marks: [] };
      row.marks.push(mark);
      rows.set(key, row);
    }
    const place = new Map(standing.map(({ unitId }, at) => [unitId, at]));
    return [...rows.values()].sort((a, b) =>
      byArea ? Number(a.key) - Number(b.key) : (place.get(a.key) ?? 999) - (place.get(b.key) ?? 999),
    );
  }, [marks, search.rows, standing, byId, t]);
}

type TimelineProps = { marks: readonly Mark[]; today: string; year: number };

function Timeline({ marks, today, year }: TimelineProps) {
  const t = useTexts();
  const rows = useRows(marks);
  const { search } = useAddress();
  return (
    <Card>
      <div className="timeline-months" aria-hidden="true">
        {months.map((month) => (
          <span key={month}>{month}</span>
        ))}
      </div>
      {rows.map((row) => {
        const late = row.marks.filter((mark) => isLateMark(mark, today)).length;
        const words = { name: row.name, count: row.marks.length, late };
        return (
          <section key={row.key} className="timeline-row">
            <h2>
              <Link to="/tasks" search={search.rows === 'area' ? {} : { lead: row.key }}>
                {t('tasks.timelineRow', words)}
              </Link>
            </h2>
            <Lines marks={row.marks} today={today} year={year} label={t('tasks.timelineRow', words)} />
          </section>
        );
      })}
    </Card>
  );
}

/** From the day a task was given to the day it is due or was done; a task without a day is not drawn. */
function spanOf(mark: Mark): { from: CivilDate; to: CivilDate } | null {
  if (mark.nextOn === null) return null;
  const [from, to] = mark.createdOn <= mark.nextOn ? [mark.createdOn, mark.nextOn] : [mark.nextOn, mark.nextOn];
  return { from: from as CivilDate, to: to as CivilDate };
}

function colourOf(mark: Mark, today: string): 'green' | 'red' | 'teal' | 'last-year' {
  if (mark.state === 'done') return 'green';
  if (isLateMark(mark, today)) return 'red';
  return mark.state === 'assigned' || mark.state === 'returned' ? 'last-year' : 'teal';
}

type LinesProps = { marks: readonly Mark[]; today: string; year: number; label: string };

/** Thousands of lines on one canvas; the list behind the heading says the same in words. */
function Lines({ marks, today, year, label }: LinesProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const navigate = useNavigate();
  const { placed, lanes } = useMemo(() => placeSpans(marks, spanOf, yearSpan(year)), [marks, year]);
  const lane = laneOf(lanes);
  const height = Math.max(1, lanes) * lane;
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const draw = () => drawLines(element, placed, { height, lane }, { today, year });
    draw();
    const watcher = new ResizeObserver(draw);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [placed, height, lane, today, year]);
  const find = (event: MouseEvent<HTMLCanvasElement>): Mark | undefined => {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, at] = [(event.clientX - box.left) / box.width, Math.floor((event.clientY - box.top) / lane)];
    return placed.find((one) => one.lane === at && one.from <= x && x <= one.to)?.item;
  };
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      style={{ height }}
      onMouseMove={(event) => {
        event.currentTarget.title = find(event)?.title ?? '';
      }}
      onClick={(event) => {
        const mark = find(event);
        if (mark) void navigate({ to: '/tasks/$taskId', params: { taskId: mark.taskId } });
      }}
    />
  );
}

type Size = { height: number; lane: number };

function drawLines(
  element: HTMLCanvasElement,
  placed: readonly Placed<Mark>[],
  { height, lane: thickness }: Size,
  { today, year }: { today: string; year: number },
): void {
  const ratio = window.devicePixelRatio || 1;
  const width = element.clientWidth;
  element.width = Math.round(width * ratio);
  element.height = Math.round(height * ratio);
  const pen = element.getContext('2d');
  if (!pen) return;
  pen.scale(ratio, ratio);
  pen.clearRect(0, 0, width, height);
  const style = getComputedStyle(element);
  drawDays(pen, { width, height, today, year, style });
  const byColour = Map.groupBy(placed, ({ item }) => colourOf(item, today));
  for (const [colour, lines] of byColour) {
    pen.fillStyle = style.getPropertyValue(`--${colour}`);
    for (const { lane, from, to } of lines) {
      pen.fillRect(from * width, lane * thickness + 1, Math.max(2, (to - from) * width), thickness - 2);
    }
  }
  if (thickness === NAMED_LANE) drawNames(pen, placed, { width, style, today });
}

type Drawing = { width: number; style: CSSStyleDeclaration; today: string };

/** The months as thin lines, and today as one that stands out. */
function drawDays(pen: CanvasRenderingContext2D, drawing: Drawing & { height: number; year: number }): void {
  const { width, height, style, today, year } = drawing;
  const line = (day: string, colour: string, thickness: number) => {
    const [place] = placeSpans([day as CivilDate], (one) => ({ from: one, to: one }), yearSpan(year)).placed;
    if (!place) return;
    pen.fillStyle = style.getPropertyValue(colour);
    pen.fillRect(place.from * width, 0, thickness, height);
  };
  for (const month of months.slice(1)) line(`${year}-${String(month).padStart(2, '0')}-01`, '--line', 1);
  if (today.startsWith(`${year}-`)) line(today, '--ink', 2);
}

/** What each line is, written on it as far as it goes. */
function drawNames(
  pen: CanvasRenderingContext2D,
  placed: readonly Placed<Mark>[],
  { width, style, today }: Drawing,
): void {
  pen.font = `12px ${style.fontFamily}`;
  pen.textBaseline = 'middle';
  for (const { lane, from, to, item } of placed) {
    const free = (to - from) * width;
    if (free < LEAST_FOR_NAME) continue;
    pen.save();
    pen.beginPath();
    pen.rect(from * width, lane * NAMED_LANE, free - 4, NAMED_LANE);
    pen.clip();
    pen.fillStyle = style.getPropertyValue(colourOf(item, today) === 'last-year' ? '--ink' : '--card');
    pen.fillText(item.title, from * width + 6, lane * NAMED_LANE + NAMED_LANE / 2);
    pen.restore();
  }
}
