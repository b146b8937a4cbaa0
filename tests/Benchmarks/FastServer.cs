using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace VideoPlatforms.Benchmarks;

/// <summary>
/// Returns Polyv's list and Qushipin's audits from prepared bytes, without validation, so that only the clients are measured.
/// Runs in a separate process until its standard input is closed.
/// </summary>
internal static class FastServer
{
    private const string Vid = "b0f7041324d864436f4100000000000000_b";
    private const int DigitsAt = 20;
    private const int Digits = 14;

    private static readonly byte[] LoggedIn = """{"result":"true","requestId":"r","message":"ok","code":"200","data":{"consoleToken":"bench-console-token"}}"""u8.ToArray();
    private static readonly byte[] Succeeded = """{"result":"true","requestId":"r","message":"ok","code":"200","data":null}"""u8.ToArray();

    /// <summary>Writes its address, and serves requests until the parent closes this process's standard input.</summary>
    public static async Task<int> RunAsync(int total, TimeSpan latency)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        var pages = new Dictionary<int, PageTemplate>();
        app.Run(async context =>
        {
            if (latency > TimeSpan.Zero)
            {
                await Task.Delay(latency, context.RequestAborted);
            }

            var path = context.Request.Path.Value!;
            await SendAsync(context.Response, path switch
            {
                _ when path.EndsWith("/get-by-uploader", StringComparison.Ordinal) => Page(context.Request),
                _ when path.EndsWith("/login", StringComparison.Ordinal) => LoggedIn,
                _ when path.EndsWith("/createAudit", StringComparison.Ordinal) || path.EndsWith("/signOut", StringComparison.Ordinal) => Succeeded,
                _ => throw new NotSupportedException(path),
            });
        });
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await Console.In.ReadToEndAsync();
        return 0;

        byte[] Page(HttpRequest request)
        {
            var number = int.Parse(request.Query["page"].ToString(), CultureInfo.InvariantCulture);
            var size = int.TryParse(request.Query["pageSize"], CultureInfo.InvariantCulture, out var requested) ? requested : 20;
            PageTemplate? template;
            lock (pages)
            {
                if (!pages.TryGetValue(size, out template))
                {
                    pages.Add(size, template = new(total, size));
                }
            }

            return template.Make(number);
        }
    }

    private static async Task SendAsync(HttpResponse response, byte[] body)
    {
        response.ContentType = "application/json;charset=UTF-8";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body);
    }

    /// <summary>A full page with placeholders of fixed width for the page number and the video numbers.</summary>
    private sealed class PageTemplate
    {
        private readonly int _size;
        private readonly byte[] _bytes;
        private readonly int _numberAt;
        private readonly int[] _digitsAt;

        public PageTemplate(int total, int size)
        {
            _size = size;
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $$"""{"code":200,"status":"success","message":"success","data":{"pageSize":{{size}},"totalItems":{{total}},"pageNumber":""");
            _numberAt = text.Length;
            text.Append(' ', 10).Append(",\"contents\":[");
            _digitsAt = new int[size];
            for (var i = 0; i < size; i++)
            {
                text.Append(i == 0 ? "" : ",").Append("{\"vid\":\"");
                _digitsAt[i] = text.Length + DigitsAt;
                text.Append(CultureInfo.InvariantCulture, $$"""{{Vid}}","cataid":{{1539918907896 + (i % 7)}},"title":"Lesson {{i}}: signatures, \"pages\" and throttles","context":"A description of middling length, as people write them.","times":{{i * 37}},"firstImage":"http://img.videocc.net/uimage/b/b0f7041324/a/b0f7041324d864436f410f581444542a_b.jpg","tag":"lesson,part{{i % 9}}","aacLink":null,"status":"61","uploaderEmail":"test{{i % 5}}@example.com","ptime":{{1540780829403 + (i * 1000L)}}}""");
            }

            text.Append("]}}");
            _bytes = Encoding.UTF8.GetBytes(text.ToString());
        }

        public byte[] Make(int number)
        {
            var bytes = _bytes.ToArray();
            Write(bytes, _numberAt, number, 10, ' ');
            for (var i = 0; i < _digitsAt.Length; i++)
            {
                Write(bytes, _digitsAt[i], ((long)(number - 1) * _size) + i, Digits, '0');
            }

            return bytes;
        }

        private static void Write(byte[] bytes, int at, long number, int width, char fill)
        {
            for (var i = at + width - 1; i >= at; i--)
            {
                bytes[i] = number > 0 || i == at + width - 1 ? (byte)('0' + (number % 10)) : (byte)fill;
                number /= 10;
            }
        }
    }
}
