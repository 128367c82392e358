import { Button } from 'antd';
import { useState } from 'react';
import { ApiError } from '../api/api-error.ts';
import { AreaBars } from '../ui/AreaBars.tsx';
import { Card } from '../ui/Card.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { DueBadge } from '../ui/DueBadge.tsx';
import { Change, FigureRow, KeyFigure, Percent, Points, Rank } from '../ui/Figures.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { EmptyState, FailedState, ForbiddenState, LoadingState, NotFoundState } from '../ui/States.tsx';
import { Notice, StatusTag, UnitName } from '../ui/StatusTag.tsx';
import { TrayList } from '../ui/Tray.tsx';
import { UploadDrop } from '../ui/UploadDrop.tsx';
import { Waterfall } from '../ui/Waterfall.tsx';
import { GalleryChoices, GalleryLines } from './GalleryChoices.tsx';
import { GalleryForm } from './GalleryForm.tsx';
import { GalleryTable } from './GalleryTable.tsx';
import { areas, GALLERY_DAY, lostPoints, tasks, veryLongText } from './samples.ts';
import '../shell/shell.css';

const FAILURE = new ApiError(500, 'http-500', 'Máy chủ đang bận. Thử lại sau ít phút; dữ liệu đã lưu vẫn còn.');

/** Every widget in every state, for eyes and for the accessibility scan. */
export function Page() {
  return (
    <main className="content">
      <PageHead
        title="Bộ khung giao diện"
        lead="Mọi thành phần ở mọi trạng thái: trống, đang tải, hỏng, không có quyền, rất dài."
        crumbs={[
          <a key="home" href="/gallery">
            Bộ khung
          </a>,
          'Tất cả',
        ]}
        actions={
          <>
            <Button>Thử “nếu như”</Button>
            <Button type="primary">Tạo công việc</Button>
          </>
        }
      />
      <div className="stack">
        <Figures />
        <div className="grid">
          <Card title="Điểm theo lĩnh vực" wide={7}>
            <AreaBars caption="Điểm theo lĩnh vực" areas={areas} />
          </Card>
          <Card title="Nên làm ngay" wide={5} more={<a href="/gallery">Tất cả 37 việc</a>}>
            <Things />
          </Card>
          <Card title="Điểm mất năm trước đi đâu" wide={5}>
            <Waterfall caption="Điểm mất năm trước đi đâu" steps={lostPoints} />
          </Card>
          <Card
            title="Lĩnh vực 1 · số liệu không khớp"
            wide={7}
            tone="alert"
            more={<StatusTag tone="late">cần quyết định</StatusTag>}
          >
            <Tags />
          </Card>
        </div>
        <GalleryTable rows={tasks} />
        <States />
        <div className="grid">
          <Card title="Biểu mẫu" wide={6}>
            <GalleryForm />
          </Card>
          <Card title="Tải tệp, hỏi lại, việc đang chạy" wide={6}>
            <Deeds />
          </Card>
          <Card title="Chọn một, chọn nhiều" wide={6}>
            <GalleryChoices />
          </Card>
          <Card title="Đường của một năm" wide={6}>
            <GalleryLines />
          </Card>
        </div>
      </div>
    </main>
  );
}

function Figures() {
  return (
    <Card>
      <FigureRow>
        <KeyFigure label="Điểm dự báo" note="83,4 – 86,1" tone="main">
          <Points points="84.9" maximum="99" />
        </KeyFigure>
        <KeyFigure label="Năm trước" note={<>đã công bố, xếp loại Tốt</>}>
          <Points points="80.567" />
        </KeyFigure>
        <KeyFigure
          label="So với năm trước nữa"
          note={
            <>
              <Percent percent="67.31" /> điểm tối đa
            </>
          }
        >
          <Change change="-10.933" />
        </KeyFigure>
        <KeyFigure label="Hạng" note="lên 1 bậc cần 0,6 điểm">
          <Rank rank={18} count={22} />
        </KeyFigure>
        <KeyFigure label="Điểm chưa có việc nào lấy lại" note="4 tiêu chí thành phần" tone="lost">
          <Points points="2.35" />
        </KeyFigure>
      </FigureRow>
    </Card>
  );
}

function Things() {
  return (
    <ul className="things">
      {tasks.map((task) => (
        <li key={task.id}>
          <span>
            {task.points === null ? null : <StatusTag tone="teal">+{task.points.replace('.', ',')}</StatusTag>}
          </span>
          <span>
            <a className="things-title" href="/gallery">
              {task.title}
            </a>
            <br />
            <span className="soft">
              <UnitName shortName={task.shortName} name={task.unit} /> ·{' '}
              <DueBadge
                phrase={task.phrase}
                dueOn={task.dueOn}
                today={GALLERY_DAY}
                workingDaysLeft={task.workingDaysLeft}
                isDone={task.isDone}
              />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Tags() {
  return (
    <div className="stack">
      <p>
        <StatusTag>chưa bắt đầu</StatusTag> <StatusTag tone="teal">đang làm</StatusTag>{' '}
        <StatusTag tone="good">đã duyệt ✓</StatusTag> <StatusTag tone="risk">gia hạn lần 2</StatusTag>{' '}
        <StatusTag tone="late">không có việc</StatusTag>
      </p>
      <Notice tone="late">8,645/13 = 66,50 %, không phải 67,31 %. Nếu là 8,75: tỷ lệ khớp và tổng cũng khớp.</Notice>
      <Notice tone="risk">“phòng ĐKTK” là đơn vị nào?</Notice>
      <Notice tone="good">Đã lưu.</Notice>
      <Notice>{veryLongText}</Notice>
    </div>
  );
}

function States() {
  return (
    <div className="grid">
      <Card title="Trống" wide={4}>
        <EmptyState title="Hôm nay chưa có việc nào chờ bạn" action={<Button>Xem lịch</Button>}>
          Việc gần nhất đến hạn ngày 18/9.
        </EmptyState>
      </Card>
      <Card title="Đang tải" wide={4}>
        <LoadingState />
      </Card>
      <Card title="Hỏng" wide={4}>
        <FailedState error={FAILURE} onRetry={() => undefined} />
      </Card>
      <Card title="Không có quyền" wide={4}>
        <ForbiddenState />
      </Card>
      <Card title="Không thấy" wide={4}>
        <NotFoundState />
      </Card>
      <Card title="Rất dài" wide={4}>
        <EmptyState title={veryLongText.slice(0, 90)}>{veryLongText}</EmptyState>
      </Card>
      <Card title="Hình trống" wide={4}>
        <AreaBars caption="Chưa có lĩnh vực" areas={[]} />
        <Waterfall caption="Chưa có điểm mất" steps={[]} />
      </Card>
    </div>
  );
}

function Deeds() {
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="stack">
      <UploadDrop
        label="Văn bản kế hoạch"
        limits={{ endings: ['.docx', '.txt'], megabytes: 20 }}
        onFile={() => undefined}
      />
      <Button onClick={() => setAsking(true)}>Bỏ mục này</Button>
      <ConfirmDialog
        isOpen={isAsking}
        title="Bỏ mục “Chế độ báo cáo”?"
        confirmText="Bỏ mục này"
        isDangerous
        onConfirm={() => setAsking(false)}
        onCancel={() => setAsking(false)}
      >
        Mục sẽ không vào kế hoạch. Văn bản gốc vẫn còn nguyên.
      </ConfirmDialog>
      <div className="tray-inline">
        <TrayList
          onDismiss={() => undefined}
          items={[
            {
              id: '1',
              title: 'Đọc kế hoạch 2031.docx',
              step: 'Đang đọc bảng phụ lục, trang 7/12',
              progress: 0.6,
              state: 'running',
              onCancel: () => undefined,
            },
            {
              id: '2',
              title: 'Xuất phụ lục',
              step: 'Phụ lục 37 nhiệm vụ đã sẵn sàng',
              progress: 1,
              state: 'done',
              resultHref: '/gallery',
            },
            {
              id: '3',
              title: 'Nhập hồ sơ tháng 8',
              step: '12 dòng chưa đọc được; xem tệp lỗi',
              progress: null,
              state: 'failed',
            },
          ]}
        />
      </div>
    </div>
  );
}
