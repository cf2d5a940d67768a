import Domain
import Wire

extension UpdateReply {
    init(_ update: AvailableUpdate) {
        self.init(
            fromImage: update.fromImage, toImage: update.toImage, changes: update.changes,
            obstacle: update.obstacle)
    }
}
