import Reconciler
import ServiceLifecycle

/// Lets the courier live and end with the server.
struct CourierService: Service {
    let courier: Courier

    func run() async {
        await cancelWhenGracefulShutdown { await courier.run() }
    }
}
