using System.Net;
using System.Net.Sockets;

namespace VideoPlatforms.Clients.Http;

/// <summary>Classifies the exceptions that the runtime throws if a connection fails.</summary>
internal static class TransportErrors
{
    /// <summary>Returns whether the exception reports a connection that could not be established or was interrupted.</summary>
    public static bool IsTransportError(Exception exception) => exception is HttpRequestException or IOException or SocketException or WebException;

    /// <summary>Returns whether the request may have reached the server. It did not if no connection was established.</summary>
    public static bool MayHaveArrived(Exception exception)
    {
#if NET
        if (exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError })
        {
            return false;
        }
#else
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is WebException { Status: WebExceptionStatus.ConnectFailure or WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ProxyNameResolutionFailure or WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure }
                or SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable or SocketError.NetworkUnreachable })
            {
                return false;
            }
        }
#endif
        return true;
    }

    /// <summary>Returns the innermost message, because the outer messages state only that the request failed.</summary>
    public static string Message(Exception exception)
    {
        while (exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return exception.Message;
    }
}
