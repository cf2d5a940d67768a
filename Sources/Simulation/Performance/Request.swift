import Domain

/// What somebody asks of the program, and asks again with the same key for as long as nobody
/// answers.
struct Request: Sendable {
    struct Fate: Sendable {
        var request: Request
        var attempts = 0
        /// The operations that were answered: one, however often it was asked.
        var operations: Set<OperationID> = []
        var isRefused = false
        /// Acknowledged before an older copy of the database was put back.
        var isForgotten = false
    }

    enum What: Sendable {
        case subscribe(service: String, variant: String)
        case ask(Deed.Verb, instance: String, isConfirmed: Bool)
    }

    var number: Int
    var person: Int
    var what: What

    var words: String {
        switch what {
        case .subscribe(let service, _): "request \(number): subscribe to \(service)"
        case .ask(let verb, let instance, _): "request \(number): \(verb.rawValue) \(instance)"
        }
    }
}
