import Domain
import Wire

extension HoldReply {
    init(_ hold: Hold) {
        self.init(
            kind: hold.kind.rawValue, why: hold.why, since: hold.since.description,
            inForce: hold.isInForce, remedy: hold.remedy, confirm: hold.confirmation,
            liftedAt: hold.liftedAt?.description, liftedBy: hold.liftedBy,
            allowedUntil: hold.allowedUntil?.description)
    }
}
