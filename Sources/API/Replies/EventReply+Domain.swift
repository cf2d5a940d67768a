import Domain
import Wire

extension EventReply {
    init(_ event: InstanceEvent) {
        self.init(
            sequence: event.sequence, at: event.at.description,
            severity: event.severity.rawValue, kind: event.kind, message: event.message)
    }
}
