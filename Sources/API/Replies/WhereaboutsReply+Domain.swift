import Domain
import Wire

extension WhereaboutsReply {
    init(_ volume: Volume) {
        self.init(
            volumeId: volume.id.rawValue, claim: volume.claim.rawValue,
            place: volume.whereabouts?.place, doubt: volume.whereabouts?.doubt,
            manifest: volume.whereabouts?.manifest)
    }
}
