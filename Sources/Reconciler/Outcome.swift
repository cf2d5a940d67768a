import Domain

/// What came of one step.
enum Outcome: Equatable {
    /// Something was learnt or changed: look again at once.
    case again
    case took(Act)
    /// All is as it should be.
    case rest
    /// Something is on its way.
    case wait
    /// It did not work; the world may be kinder later.
    case failed
    /// A person must act; the full look will see when it is done.
    case help

    /// Whether the next step is to be taken at once.
    var leadsOn: Bool {
        switch self {
        case .again, .took: true
        case .rest, .wait, .failed, .help: false
        }
    }
}
