/// What can be asked for, as the last part of its path.
enum Verb: String, CaseIterable {
    case create = ""
    case restart = "restart-pod"
    case stop, start
    case reset = "reset-pod"
    case undo = "undo-reset"
}
