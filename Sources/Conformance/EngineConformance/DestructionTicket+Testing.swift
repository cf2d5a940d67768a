@_spi(Redemption) package import Domain

extension Engine {
    /// Destroys a claim as under a ticket; the program itself gets one from its store only.
    package func destroyForTest(
        _ claim: ClaimName, uid: ClaimUID
    ) async throws(EngineFailure) {
        try await destroy(.forTest(claim, uid: uid))
    }
}

extension DestructionTicket {
    /// A ticket that no store has written.
    package static func forTest(_ claim: ClaimName, uid: ClaimUID) -> DestructionTicket {
        let moment = Instant(milliseconds: 0)
        let record = Record(
            id: TicketID("ticket"), volumeID: VolumeID("volume"),
            instanceID: InstanceID("instance"), claim: claim, uid: uid, reason: .reset,
            state: .begun, issuedBy: "test", confirmation: "test", lastBackup: .waived("a test"),
            issuedAt: moment, notBefore: moment)
        return DestructionTicket(redeeming: record, uid: uid)
    }
}
