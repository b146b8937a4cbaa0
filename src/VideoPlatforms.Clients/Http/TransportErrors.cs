using System.Net;
using System.Net.Sockets;

namespace VideoPlatforms.Clients.Http;

/// <summary>Reads what the runtime throws where a connection fails.</summary>
internal static class TransportErrors
{
    /// <summary>Whether the exception tells of a connection that could not be made or that broke.</summary>
    public static bool IsTransportError(Exception exception) => exception is HttpRequestException or IOException or SocketException or WebException;

    /// <summary>Whether the request may have reached the server: not where there was no connection to send it on.</summary>
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

    /// <summary>The innermost message: the outer ones only say that sending failed.</summary>
    public static string Message(Exception exception)
    {
        while (exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return exception.Message;
    }
}
