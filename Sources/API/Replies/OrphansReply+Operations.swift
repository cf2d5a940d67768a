import Domain
import Operations
import Wire

extension OrphansReply {
    init(_ report: OrphanReport) {
        self.init(digest: report.digest, orphans: report.items.map { OrphanReply($0) })
    }
}

extension OrphanReply {
    init(_ item: OrphanReport.Item) {
        let orphan = item.orphan
        self.init(
            id: orphan.id.rawValue, kind: orphan.object.kind.rawValue, name: orphan.object.name,
            uid: orphan.object.uid, instance: item.instance, state: orphan.state.rawValue,
            firstSeen: orphan.firstSeen.description, lastSeen: orphan.lastSeen.description,
            looks: orphan.looks, removable: item.isRemovable, reason: item.objection,
            removedAfter: orphan.notBefore?.description)
    }
}

extension OutdatedReport {
    var problem: Problem {
        var problem = Problem(
            .conflict, "Not the present report",
            "What you confirm is not what there is now. Read `report`, and confirm its digest if "
                + "it is what you mean. Nothing was done.")
        problem.report = OrphansReply(report)
        return problem
    }
}
