/** Every identifier says its kind in its type and in its value, so that one cannot be passed for another. */
export type AgencyId = `agency_${string}`;
export type UnitId = `unit_${string}`;
export type UserId = `user_${string}`;
export type SessionId = `session_${string}`;
export type FileId = `file_${string}`;
export type PlanId = `plan_${string}`;
export type ReviewId = `review_${string}`;
export type TaskId = `task_${string}`;
export type DeficitId = `deficit_${string}`;
export type RecordId = `record_${string}`;
export type ImportId = `import_${string}`;
export type ViewId = `view_${string}`;
export type MeetingId = `meeting_${string}`;
export type ExtensionId = `extension_${string}`;
export type ProductId = `product_${string}`;
export type AreaId = `area_${string}`;

/** A new identifier of a kind; `random` gives text that nobody can guess and that sorts by time. */
export type NewId = <Kind extends string>(kind: Kind) => `${Kind}_${string}`;
