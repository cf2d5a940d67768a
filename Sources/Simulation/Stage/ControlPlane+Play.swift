import Domain
import Operations
import TestSupport

extension ControlPlane {
    static func ofPlay(
        _ store: any Store, _ shelf: CatalogShelf, _ randomness: any Randomness,
        _ setting: Setting
    ) -> ControlPlane {
        ControlPlane(
            store: store, shelf: shelf, hasher: PlainHasher(), randomness: randomness,
            settings: PlaneSettings(
                install: "play", address: PublicAddress(host: "localhost"),
                undoWindow: Law.undoWindow, purgeWindow: .days(setting.purgeDays),
                clockTolerance: Law.tolerance, operationDeadline: Law.deadline,
                hostPorts: Law.ports))
    }
}
