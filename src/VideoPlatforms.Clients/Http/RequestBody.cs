using System.Text;
using System.Text.Json;

namespace VideoPlatforms.Clients.Http;

/// <summary>The two forms in which parameters travel in a body.</summary>
internal static class RequestBody
{
    /// <summary>As an HTML form sends them.</summary>
    public static HttpContent Form(ApiParameters parameters) =>
        new StringContent(parameters.Encode(), Encoding.UTF8, "application/x-www-form-urlencoded");

    /// <summary>As a flat JSON object.</summary>
    /// <param name="parameters">What it holds.</param>
    /// <param name="numbers">The names whose values stand without quotes.</param>
    public static HttpContent Json(ApiParameters parameters, IReadOnlyCollection<string> numbers)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var parameter in parameters)
            {
                json.WritePropertyName(parameter.Name);
                if (numbers.Contains(parameter.Name))
                {
                    json.WriteRawValue(parameter.Value);
                }
                else
                {
                    json.WriteStringValue(parameter.Value);
                }
            }

            json.WriteEndObject();
        }

        return new ByteArrayContent(buffer.ToArray()) { Headers = { ContentType = new("application/json") } };
    }
}
