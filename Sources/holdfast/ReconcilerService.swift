import Reconciler
import ServiceLifecycle

/// Lets the reconciler live and end with the server.
struct ReconcilerService: Service {
    let loop: ReconcileLoop

    func run() async {
        await cancelWhenGracefulShutdown { await loop.run() }
    }
}
