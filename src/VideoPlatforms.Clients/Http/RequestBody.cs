using System.Text;
using System.Text.Json;

namespace VideoPlatforms.Clients.Http;

/// <summary>Creates the body of a request from its parameters.</summary>
internal static class RequestBody
{
    /// <summary>Creates an HTML form (<c>application/x-www-form-urlencoded</c>).</summary>
    public static HttpContent Form(ApiParameters parameters) =>
        new StringContent(parameters.Encode(), Encoding.UTF8, "application/x-www-form-urlencoded");

    /// <summary>Creates a flat JSON object.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="numbers">The names of the parameters that are numbers and are written without quotes.</param>
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
