import DockerAPI
package import Domain

extension DockerEngine {
    package func destroy(
        _ ticket: consuming DestructionTicket
    ) async throws(EngineFailure) {
        let claim = ticket.claim
        let uid = ticket.uid
        guard let volume = try await volume(claim) else {
            // An earlier try came as far as this.
            try await backing?.remove(under: ticket)
            return
        }
        let seen = Observed.Claim(volume, install: settings.install)
        guard seen.uid == uid else {
            throw .stale(
                "Volume \(claim) is not the one that was to be destroyed: it has the identity "
                    + "\(seen.uid), not \(uid). Nothing was done to it.")
        }
        if let user = try await users(of: [claim]).first {
            throw .stale("Volume \(claim) is not destroyed while \(user.title) has it mounted.")
        }
        let backing = try backing(of: volume)
        do {
            try await client.removeVolume(under: ticket)
        } catch {
            if error.status != 404 { throw EngineFailure(error) }
        }
        try await backing?.remove(under: ticket)
    }
}
