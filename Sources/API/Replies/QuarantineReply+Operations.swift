import Operations
import Wire

extension QuarantineReply {
    init(_ report: QuarantineReport) {
        self.init(
            inForce: report.isInForce, why: report.hold?.why,
            since: report.hold?.since.description, digest: report.digest,
            databaseEpoch: report.databaseEpoch, engineEpoch: report.engineEpoch,
            claims: report.claims.map { claim in
                UnknownClaimReply(
                    name: claim.object.name, uid: claim.object.uid,
                    instance: claim.place?.instance.name, generation: claim.place?.generation,
                    adoptable: claim.place != nil)
            },
            condemned: report.condemned, liftedAt: report.hold?.liftedAt?.description,
            liftedBy: report.hold?.liftedBy)
    }
}
