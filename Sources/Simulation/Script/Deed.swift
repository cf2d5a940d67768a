/// Something that somebody does, or that happens in the world.
package enum Deed: Equatable, Sendable, Codable {
    /// What customers and admins ask about a service.
    package enum Verb: String, Equatable, Sendable, CaseIterable, Codable {
        case restart, stop, start, reset, cancel, resubscribe, delete, update, rollback
        case undoReset = "undo-reset"
        case undoDelete = "undo-delete"
        case changeToBasic = "change-to-basic"
        case changeToPlus = "change-to-plus"
    }

    /// What strangers do to the engine behind the program's back.
    package enum Meddling: String, Equatable, Sendable, CaseIterable, Codable {
        case killContainer = "kills the container"
        case removeContainer = "removes the container"
        case editContainer = "edits the container"
        case removeClaim = "removes the volume"
        case replaceClaim = "removes the volume, and makes an empty one of the same name"
        case intrude = "mounts the volume in a container of their own"
        case retreat = "removes their containers"
        case unguard = "begins to delete the volume"
        case detach = "removes the object by which the volume is reached"
        case plantClaim = "makes a volume that looks like ours"
        case plantWorkload = "makes a container that looks like ours"
        case uproot = "removes the volumes of theirs that look like ours"
        case takePort = "takes the port"
        case dropImages = "removes all images"
        case forgetEpoch = "removes the note of the epoch"
        // In a cluster only.
        case removeNamespace = "removes the namespace of the customer"
        case pinClaim = "hangs a finalizer on the volume"
        case loseNode = "cuts off the node"
        case stopProvisioner = "stops whoever makes and removes volumes"
        case breakWatches = "restarts the API server"
        case compact = "lets the API server forget what was"

        static func all(in world: World) -> [Self] {
            let clusters: Set<Self> = [
                .removeNamespace, .pinClaim, .loseNode, .stopProvisioner, .breakWatches, .compact,
            ]
            switch world {
            case .docker: return allCases.filter { !clusters.contains($0) }
            case .kubernetes: return allCases.filter { $0 != .dropImages && $0 != .uproot }
            }
        }
    }

    /// What an admin decides about the whole.
    package enum Decision: String, Equatable, Sendable, CaseIterable, Codable {
        case acceptClock = "says that the clock is right"
        case liftBreaker = "lets destructions go on"
        case adopt = "adopts what the database does not know"
        case disown = "disowns what the database does not know"
        case condemn = "condemns the orphans"
        case spare = "spares the orphans"
        case retryNotices = "has notices tried again"
    }

    case subscribe(customer: Int, service: Int, variant: Int)
    /// By a customer where `asAdmin` is false; `isConfirmed` counts for what must be confirmed.
    case ask(Verb, slot: Int, asAdmin: Bool, isConfirmed: Bool)
    /// An earlier request comes a second time, with the same key.
    case repeatRequest(back: Int)
    case pay(isRenewal: Bool, slot: Int, isRepeated: Bool)
    case decide(Decision)
    case meddle(Meddling, slot: Int)
    case pass(hours: Int)
    case leap(days: Int)
    case kill
    case engine(isDown: Bool)
    case mail(isDown: Bool)
    case secondProcess(isOn: Bool)
    case publish(version: Int)
    case install(isNext: Bool)
    case backUp
    case putBack

    /// Whether somebody asks something of the program.
    var isOperation: Bool {
        switch self {
        case .subscribe, .ask, .repeatRequest, .pay, .decide: true
        default: false
        }
    }
}

extension Deed: CustomStringConvertible {
    package var description: String {
        switch self {
        case .subscribe(let customer, let service, let variant):
            "\(Cast.name(customer)) subscribes to \(CatalogOfPlay.services[service]) "
                + CatalogOfPlay.variants[variant]
        case .ask(let verb, let slot, let asAdmin, let isConfirmed):
            "\(asAdmin ? "the admin" : "its owner") asks to \(verb.rawValue) service \(slot)"
                + (isConfirmed ? "" : ", without confirming it")
        case .repeatRequest(let back): "the request \(back) before is sent again"
        case .pay(let isRenewal, let slot, let isRepeated):
            "the payment system says that service \(slot) "
                + (isRenewal ? "is paid for" : "is not paid for any more")
                + (isRepeated ? ", twice" : "")
        case .decide(let decision): "the admin \(decision.rawValue)"
        case .meddle(let meddling, let slot): "a stranger \(meddling.rawValue) (service \(slot))"
        case .pass(let hours): "\(hours) hours go by"
        case .leap(let days): "the clock is set \(days > 0 ? "ahead" : "back") by \(abs(days)) days"
        case .kill: "the process is killed"
        case .engine(let isDown): "the engine \(isDown ? "goes down" : "comes back")"
        case .mail(let isDown): "the mail server \(isDown ? "goes down" : "comes back")"
        case .secondProcess(let isOn): "a second process \(isOn ? "starts" : "is stopped")"
        case .publish(let version): "version \(version) of all services is published"
        case .install(let isNext): "the \(isNext ? "next" : "present") release is installed"
        case .backUp: "the database is backed up"
        case .putBack: "the database is put back from its backup"
        }
    }
}
