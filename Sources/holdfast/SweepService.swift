import Domain
import Logging
import Operations
import ServiceLifecycle

/// Looks, in turn, at the clock and at the subscriptions for which something is due.
struct SweepService: Service {
    let plane: ControlPlane
    let interval: Duration
    let clock: any WallClock
    let logger: Logger

    func run() async {
        await cancelWhenGracefulShutdown {
            repeat { await sweep() } while await pause()
        }
    }

    private func sweep() async {
        do {
            for result in try await plane.sweep() { tell(result) }
        } catch {
            logger.error("The sweep broke off", metadata: ["error": "\(error)"])
        }
    }

    private func tell(_ result: SweepResult) {
        let subscription: Logger.Metadata = ["subscription": "\(result.subscription)"]
        switch result.outcome {
        case .nothing: break
        case .expired: logger.notice("A subscription has expired", metadata: subscription)
        case .warned: logger.info("An owner is warned", metadata: subscription)
        case .purged:
            logger.notice("The data of a subscription is given up", metadata: subscription)
        case .waiting(let why):
            logger.warning(
                "Data is kept beyond its grace",
                metadata: subscription.merging(["why": "\(why)"]) { $1 })
        case .unreadable(let why):
            logger.error(
                "A subscription cannot be looked at",
                metadata: subscription.merging(["why": "\(why)"]) { $1 })
        }
    }

    /// False when the server ends.
    private func pause() async -> Bool {
        do { try await clock.sleep(for: interval) } catch { return false }
        return true
    }
}
