import Domain
import Notifications
import Reconciler

extension Server {
    /// Closes the connections to webhooks however `body` ends.
    func withCourier(
        _ plan: NoticePlan, in data: String, _ store: any Store,
        _ body: (CourierService) async throws -> Void
    ) async throws {
        let mailroom = try plan.mailroom(folder: "\(data)/outgoing", clock: clock)
        let courier = Courier(
            store: store, notifier: mailroom, clock: clock, randomness: randomness,
            settings: CourierSettings(channels: mailroom.channels), logger: logger)
        do {
            try await body(CourierService(courier: courier))
        } catch {
            await mailroom.close()
            throw error
        }
        await mailroom.close()
    }
}
