import Domain
import Operations

/// What people try who may not: all of it must be refused.
extension Performance {
    /// Everything, once for each episode.
    func provoke() async {
        guard let door else { return }
        for slot in stage.truth.slots { await trespass(on: slot, door.plane) }
        let customer = RequestContext(actor: stage.cast.actor(0))
        await expectRefusal(.s7, "a customer accepts the clock") {
            _ = try await door.plane.acceptClock(
                customer, confirming: self.stage.clock.now().minute)
        }
        await expectRefusal(.s7, "a customer looks at what nobody claims") {
            _ = try await door.plane.orphans(customer.actor)
        }
        await expectRefusal(.s1, "an admin condemns what they have not read") {
            let admin = RequestContext(actor: self.stage.cast.admin)
            _ = try await door.plane.condemnOrphans(admin, confirming: "unread")
        }
        await repeatPayments(door.plane)
    }

    /// By another customer, and without the confirmation.
    private func trespass(on slot: Truth.Slot, _ plane: ControlPlane) async {
        let stranger = RequestContext(
            actor: stage.cast.actor((slot.customer + 1) % Cast.customers))
        let owner = RequestContext(actor: stage.cast.actor(slot.customer))
        await expectRefusal(.s7, "a stranger starts \(slot.name)") {
            _ = try await plane.start(stranger, slot.name)
        }
        await expectRefusal(.s1, "\(slot.name) is reset without being named") {
            _ = try await plane.reset(owner, slot.name, confirm: "yes")
        }
        await expectRefusal(.s1, "\(slot.name) is deleted without being named") {
            _ = try await plane.delete(owner, slot.name, confirm: nil)
        }
    }

    /// A payment that was taken says nothing new when it is told again, days later.
    private func repeatPayments(_ plane: ControlPlane) async {
        for number in 1...max(1, payments) {
            let known = try? await stage.rows.read { try $0.paymentEvent("payment-\(number)") }
            guard let payment = known ?? nil else { continue }
            let before = await subscription(payment.subscriptionID)
            try? await plane.take(
                .ended, id: payment.id, subscription: payment.subscriptionID.rawValue,
                paidUntil: nil, fingerprint: payment.fingerprint, from: nil, requestID: nil)
            if await subscription(payment.subscriptionID)?.status != before?.status {
                stage.blame(.s8, "a payment that was told again has taken effect again")
            }
        }
    }

    private func subscription(_ id: SubscriptionID) async -> Subscription? {
        (try? await stage.rows.read { try $0.subscription(id) }) ?? nil
    }

    func expectRefusal(
        _ invariant: Invariant, _ what: String, _ attempt: () async throws -> Void
    ) async {
        do { try await attempt() } catch { return }
        stage.blame(invariant, "\(what), and is not refused")
    }
}
