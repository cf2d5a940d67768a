/// What an admin can have done to a service by `/admin/pods/:id/action`.
enum PodAction: String, CaseIterable, Sendable {
    case restart, stop, start, cancel, resubscribe, delete
    case undoDelete = "undo-delete"
}
