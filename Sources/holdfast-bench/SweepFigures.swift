/// How long each sweep took.
struct SweepFigures: Encodable {
    var subscriptions: Int
    /// For how many of them something was to be done: none, or the figures mean nothing.
    var due = 0
    var milliseconds: [Double] = []
}
